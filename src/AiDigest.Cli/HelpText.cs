using AiDigest.Core.Diagnostics;

namespace AiDigest.Cli;

/// <summary>What <c>--help</c> says of a command, or of one of its arguments or options.</summary>
/// <param name="Symbol">The name of the argument or option; empty: the command itself.</param>
internal readonly record struct HelpText(string Symbol, Message Text);
