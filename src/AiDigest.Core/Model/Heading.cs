using System.Collections.Immutable;
using System.Text;

namespace AiDigest.Core.Model;

/// <summary>A heading of a body.</summary>
/// <param name="Id">Without the entry's prefix; unique in its body.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Depth">0 for the body's topmost headings.</param>
public sealed record Heading(string Id, string Text, int Depth);
