using System.Collections.Concurrent;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <summary>The engine that compiles layouts to programs. One for each worker; the programs are of all workers together.</summary>
internal sealed class FastEngine(LayoutPrograms programs, ProgramFrame frame) : ITemplateEngine
{
    public ReadOnlyMemory<byte> Render(string layout, RenderedOutput output, PageView view, BodyPlace place)
    {
        var program = programs.Of(layout);
        try
        {
            program.Run(frame, view, place);
        }
        catch (OutputTooLongException tooLong)
        {
            throw new UnsupportedTemplateException("a page that never ends", null, tooLong);
        }

        return frame.Output.Written;
    }
}

/// <summary>The programs of a theme's layouts, each compiled when the first page asks for it. Used from any thread.</summary>
internal sealed class LayoutPrograms(Func<TemplateCompiler> compiler)
{
    private readonly ConcurrentDictionary<string, TemplateProgram> _compiled = new(StringComparer.Ordinal);

    /// <exception cref="UnsupportedTemplateException">The layout says something that programs cannot.</exception>
    public TemplateProgram Of(string layout) => _compiled.GetOrAdd(layout, static (name, compiler) => compiler().Compile(name), compiler);
}
