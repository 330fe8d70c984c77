using System.Collections.Concurrent;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates;

/// <summary>What a fragment depends on; equal keys are equal bytes.</summary>
/// <param name="Name">Of the template.</param>
/// <param name="Subject">The shared view that it shows, by identity.</param>
internal readonly record struct FragmentKey(string Name, ScriptObject Subject, string Kind, BodyPlace Place);
