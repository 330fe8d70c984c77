using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Model;

/// <summary>The Markdown of a body with the way back to its file, so that a mistake in it is reported where it is.</summary>
/// <param name="File">The file that holds it.</param>
/// <param name="Markdown">The text, as the Markdown parser is to see it.</param>
/// <param name="FirstLine">1-based line of the file on which the text begins.</param>
/// <param name="Indent">Columns that come before each line of the text (the indentation of a YAML block scalar); 0 in a Markdown
/// file.</param>
/// <param name="LineByLine">
/// False for quoted and folded YAML scalars, whose lines are not those of the file: then every position is that of the scalar,
/// <paramref name="FirstLine"/> and <paramref name="Indent"/> + 1.
/// </param>
public sealed record BodySource(SourceText File, string Markdown, int FirstLine, int Indent = 0, bool LineByLine = true)
{
    /// <summary>The place in the file of a 1-based line and column of <see cref="Markdown"/>.</summary>
    public SourceRef At(int line, int column, int length = 1) => LineByLine
        ? new SourceRef(File.Path, FirstLine + line - 1, column + Indent, length)
        : new SourceRef(File.Path, FirstLine, Indent + 1);
}
