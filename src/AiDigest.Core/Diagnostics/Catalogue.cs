namespace AiDigest.Core.Diagnostics;

/// <summary>
/// Every diagnostic that the product can report, one row each; an id is never used again for another mistake. The hundreds tell the stage:
/// 01 front matter and YAML, 02 settings and tags, 03 Markdown, 04 links and files, 05 the plan of the site, 06 templates, 07 the output
/// folder, 08 what <c>check</c> alone looks for. <c>docs/diagnostics.md</c> is compared with this list by a test.
/// </summary>
public static partial class Catalogue
{
    public static IReadOnlyList<Rule> All =>
        [.. FrontMatter, .. Settings, .. Markdown, .. Links, .. Plan, .. Templates, .. Output, .. Checks];

    private static Rule Error(string id, Message title, Message explanation) => new(id, Severity.Error, title, explanation);

    private static Rule Warning(string id, Message title, Message explanation) => new(id, Severity.Warning, title, explanation);
}
