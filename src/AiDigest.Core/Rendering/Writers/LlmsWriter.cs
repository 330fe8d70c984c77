using System.Text;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Rendering.Writers;

/// <summary><c>/llms.txt</c>: what the site is and where its texts are, as Markdown for language models (https://llmstxt.org).</summary>
internal static class LlmsWriter
{
    public static void Write(PageView view, Utf8Output output)
    {
        var facts = (MachineFactsView)view.Parts[0].View!;
        var text = new StringBuilder($"# {Line(facts.Title)}\n\n");
        if (facts.Description.Length > 0)
        {
            text.Append("> ").Append(Line(facts.Description)).Append("\n\n");
        }

        text.Append(facts.Language == "ru"
            ? "Каждая заметка — краткий пересказ одной научной статьи со ссылкой на неё.\n"
            : "Each entry is a short summary of one paper, with a link to it.\n");
        Section(text, facts.Language == "ru" ? "Списки" : "Lists", view.Parts[1].Views!.Cast<LinkView>()
            .Select(list => (list.Title, list.Url!, "")));
        Section(text, facts.Language == "ru" ? "Теги" : "Tags", view.Parts[2].Views!.Cast<GroupView>()
            .Select(tag => (tag.Title, tag.Url!, tag.Description ?? "")));
        Section(
            text, facts.Language == "ru" ? "Новые заметки" : "Newest entries",
            view.Parts[3].Views!.Cast<EntryView>().Select(paper => (paper.Title, paper.MarkdownUrl ?? paper.AbsoluteUrl, paper.Lead)));
        output.Clear();
        output.Write(text.ToString());
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<(string Title, string Url, string About)> links)
    {
        var isFirst = true;
        foreach (var (title, url, about) in links)
        {
            text.Append(isFirst ? $"\n## {heading}\n\n" : "").Append("- [").Append(Escaped(Line(title))).Append("](").Append(url)
                .Append(')');
            text.Append(about.Length > 0 ? ": " + Line(about) : "").Append('\n');
            isFirst = false;
        }
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal);
}
