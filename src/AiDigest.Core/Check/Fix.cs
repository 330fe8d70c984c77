using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Check;

/// <summary>A line that was fixed.</summary>
/// <param name="Line">1-based.</param>
/// <param name="IsPrinted">A diagnostic proposed it, so it may change the meaning: what was a mistake now says what the message
/// says.</param>
public sealed record Fix(string Path, int Line, Rule Rule, string Before, string After, bool IsPrinted = false);
