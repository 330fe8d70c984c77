using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Model;

/// <summary>A link or image of a body that leads into the site; addresses outside are finished HTML already.</summary>
/// <param name="Target">As written, decoded from Markdown (entities and escapes resolved, percent-encoding kept).</param>
/// <param name="IsImage">An image, which must be a file beside the entry.</param>
/// <param name="Attributes">Further attributes of the opening tag, escaped, each with a leading space.</param>
/// <param name="At">Where it is in the source file.</param>
public sealed record BodyLink(string Target, bool IsImage, string Attributes, SourceRef At);
