using System.Text;
using AiDigest.Core.Import;
using Xunit;

namespace AiDigest.Tests.Import;

/// <summary>Short ways from the text of an export to what is read from it.</summary>
internal static class ImportedText
{
    public static IReadOnlyList<ImportedItem> Read(string name, string text) =>
        ImportReader.Read(new ImportFile(name, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))), null);

    public static EntryDraft Draft(string name, string text) =>
        Assert.Single(Read(name, text)).Draft ?? throw new InvalidOperationException(Read(name, text)[0].Problem?.English);

    /// <summary>An entry of BibTeX with a title and these fields.</summary>
    public static EntryDraft Bib(string fields) => Draft("x.bib", $"@article{{k, title={{T}}, {fields}}}");

    /// <summary>One item of JSON with a title and this abstract.</summary>
    public static string Plain(string text) => MarkdownText.OfPlain(text);
}
