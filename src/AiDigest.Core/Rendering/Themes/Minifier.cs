using System.Collections.Concurrent;
using AiDigest.Core.Threading;
using NUglify;
using NUglify.Css;
using NUglify.JavaScript;

namespace AiDigest.Core.Rendering.Themes;

/// <summary>
/// Leaves out of style sheets and scripts what only their authors read: comments (but those that begin with <c>/*!</c>), white space,
/// needless signs. Names stay, and so do values, except for what is the same (<c>0.5em</c>, <c>.5em</c>). NUglify does it, and is not
/// taken at its word (decision 0013): a sheet in which it finds a mistake, and a script that would not be the same script afterwards
/// (<see cref="ScriptForm"/>), are published as they are written. Equal texts are minified once.
/// </summary>
/// <param name="known">What is known of a text from earlier, by the text and whether it is a script, or null.</param>
public sealed class Minifier(Func<string, bool, string?>? known = null)
{
    /// <summary>Blocks and brackets of a sheet inside each other.</summary>
    private const int MaxDepth = 100;

    /// <summary>In bytes: more than what is not nested too deeply takes of it.</summary>
    private const int StackSize = 64 << 20;

    private readonly ConcurrentDictionary<(string Text, bool IsScript), string> _minified = new();

    /// <summary>Whether anything was asked that was not known.</summary>
    public bool HasNew { get; private set; }

    /// <summary>All that was asked.</summary>
    public IReadOnlyCollection<KeyValuePair<(string Text, bool IsScript), string>> All => _minified;

    public string StyleSheet(string text) => Of(text, isScript: false);

    public string Script(string text) => Of(text, isScript: true);

    private string Of(string text, bool isScript) => _minified.GetOrAdd((text, isScript), _ =>
    {
        if (known?.Invoke(text, isScript) is { } before)
        {
            return before;
        }

        HasNew = true;
        return OwnStack.Run(StackSize, () => isScript ? MinifiedScript(text) : MinifiedSheet(text));
    });

    private static string MinifiedSheet(string text)
    {
        if (AiDigest.Core.Rendering.Themes.StyleSheet.DepthOf(text) is not <= MaxDepth)
        {
            return text;
        }

        var result = Uglify.Css(text, new CssSettings
        {
            AbbreviateHexColor = false,
            ColorNames = CssColor.NoSwap,
            CommentMode = CssComment.Important,
            FixIE8Fonts = false,
            MinifyExpressions = false,
            RemoveEmptyBlocks = false,
        });
        return result.Errors.Count == 0 ? result.Code ?? text : text;
    }

    private static string MinifiedScript(string text)
    {
        var isModule = false;
        var form = ScriptForm.Of(text, isModule);
        if (form is null)
        {
            isModule = true;
            form = ScriptForm.Of(text, isModule);
        }

        var code = form is null ? null : Uglify.Js(text, new CodeSettings
        {
            LocalRenaming = LocalRenaming.KeepAll,
            MinifyCode = false,
            PreserveImportantComments = true,
            SourceMode = isModule ? JavaScriptSourceMode.Module : JavaScriptSourceMode.Program,
        }).Code;
        return code is not null && ScriptForm.Of(code, isModule) is { } after && after.SequenceEqual(form!) ? code : text;
    }
}
