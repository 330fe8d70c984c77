using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <summary>
/// A layout with all that it includes, as steps that write UTF-8: made by <see cref="TemplateCompiler"/> from Scriban's own syntax tree. It
/// knows the part of the language that themes are made of. Where Scriban might say something else (a missing name, an odd type, an error)
/// it throws <see cref="UnsupportedTemplateException"/>, and Scriban renders the page from its beginning. So there is one meaning of
/// templates and one wording of mistakes.
/// </summary>
internal sealed class TemplateProgram(Step body, int slots)
{
    /// <exception cref="UnsupportedTemplateException">Scriban has to judge; what was written must be thrown away.</exception>
    public void Run(ProgramFrame frame, PageView page, BodyPlace place)
    {
        frame.Begin(page, place, slots);
        body.Run(frame);
    }
}
