using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Building;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.IO;
using AiDigest.Core.Model;
using AiDigest.Core.Parsing;

namespace AiDigest.Core.Checking;

/// <summary>A line that was mended.</summary>
/// <param name="Line">1-based.</param>
public sealed record Mend(string Path, int Line, Rule Rule, string Before, string After);

/// <summary>
/// Mends lines where there is one way to do it that changes no meaning: quotes around a text that YAML would misread, the registry's
/// spelling of a tag, white space at the ends of a text. Each mend is tried on a copy that is parsed again; it is kept only if
/// every value and the body read the same as before and no new mistake appears. So a second run finds nothing to do.
/// </summary>
public static class Fixer
{
    /// <summary>Mistakes whose mended line says what the parser had understood all the same.</summary>
    private static readonly Rule[] Safe =
        [Catalogue.UnquotedColon, Catalogue.ReservedStart, Catalogue.HashInBrackets, Catalogue.TabIndentation, Catalogue.MissingSpace, Catalogue.UnknownEscape];

    /// <summary>Mends the entries and pages of a site, each file whole or not at all.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static ImmutableArray<Mend> Fix(BuildOptions options, CancellationToken cancellation)
    {
        var ignored = new List<Diagnostic>();
        var sources = new Sources(options.Root, ignored);
        var settings = sources.Settings is { } file ? SettingsParser.Parse(file.Path, sources.Read(file.Path)).Value ?? new Settings() : new Settings();
        var tags = sources.Tags is { } registry ? TagsParser.Parse(registry.Path, sources.Read(registry.Path)).Value ?? [] : [];
        var rules = settings.Check;
        var fixing = new TextFixer(new RegistrySpellings(tags), settings.Limits, rule => rules.Of(rule) is not null, Safe);
        var mends = ImmutableArray.CreateBuilder<Mend>();
        foreach (var source in sources.Papers.Concat(sources.Pages))
        {
            cancellation.ThrowIfCancellationRequested();
            var bytes = sources.Read(source.Path);
            if (fixing.Fix(source.Path, bytes) is { } mended)
            {
                SourceWriter.Replace(source.PhysicalPath, mended.Bytes);
                mends.AddRange(mended.Mends);
            }
        }

        return mends.ToImmutable();
    }
}

/// <summary>Mends one text.</summary>
internal sealed class TextFixer(RegistrySpellings spellings, Limits limits, Func<Rule, bool> isOn, Rule[] safe)
{
    private const int MostMends = 500;

    /// <returns>Null where there is nothing to mend.</returns>
    public (byte[] Bytes, List<Mend> Mends)? Fix(string path, byte[] bytes)
    {
        var mends = new List<Mend>();
        var refused = new HashSet<(int Line, string After)>();
        var now = SourceMeaning.Of(path, bytes, limits);
        while (mends.Count < MostMends && Next(now, refused) is { } mend)
        {
            var trial = SourceMeaning.Of(path, WithLine(now, mend), limits);
            if (trial.Errors <= now.Errors && trial.Meaning(spellings) is { } meaning && meaning == now.Meaning(spellings))
            {
                mends.Add(mend);
                now = trial;
            }
            else
            {
                refused.Add((mend.Line, mend.After));
            }
        }

        return mends.Count == 0 ? null : (now.Bytes, mends);
    }

    private Mend? Next(SourceMeaning now, HashSet<(int, string)> refused)
    {
        foreach (var mend in Parser(now).Concat(Tags(now)).Concat(Untrimmed(now)))
        {
            if (mend.Before != mend.After && !refused.Contains((mend.Line, mend.After)))
            {
                return mend;
            }
        }

        return null;
    }

    private IEnumerable<Mend> Parser(SourceMeaning now) => now.Diagnostics
        .Where(found => found.Mended is not null && safe.Contains(found.Rule))
        .Select(found => new Mend(now.Text.Path, found.Line, found.Rule, now.Text.Line(found.Line), found.Mended!));

    private IEnumerable<Mend> Untrimmed(SourceMeaning now)
    {
        var texts = now.Papers.SelectMany(paper => (Located[])[paper.Paper.Title, .. paper.Paper.Tags, .. paper.Paper.Authors]);
        foreach (var text in isOn(Catalogue.UntrimmedText) ? texts : [])
        {
            if (TextRules.Quoted(text, now.Text) is { } quoted)
            {
                yield return Put(Catalogue.UntrimmedText, now, text.At, quoted.Inner);
            }
        }
    }

    private IEnumerable<Mend> Tags(SourceMeaning now)
    {
        foreach (var paper in now.Papers)
        {
            var keys = new HashSet<string>(StringComparer.Ordinal);
            foreach (var tag in paper.Paper.Tags)
            {
                if (!keys.Add(spellings.Key(tag.Text)))
                {
                    if (isOn(Catalogue.RepeatedTag) && Without(now, tag.At) is { } mend)
                    {
                        yield return mend;
                    }
                }
                else if (isOn(Catalogue.TagSpelling) && spellings.Better(tag.Text) is { } better)
                {
                    yield return Put(Catalogue.TagSpelling, now, tag.At, Quoting.Item(better));
                }
            }
        }
    }

    private static Mend Put(Rule rule, SourceMeaning now, SourceRef at, string with)
    {
        var line = now.Text.Line(at.Line);
        return new Mend(now.Text.Path, at.Line, rule, line, Quoting.Replace(line, at.Column, at.Column + at.Length, with));
    }

    /// <summary>A list in brackets without one of its items; a list of lines is left to its author.</summary>
    private static Mend? Without(SourceMeaning now, SourceRef at)
    {
        var line = now.Text.Line(at.Line);
        var start = at.Column - 1;
        var before = line[..Math.Min(start, line.Length)].TrimEnd();
        return before.EndsWith(',') && before.Contains('[', StringComparison.Ordinal) && start + at.Length <= line.Length
            ? new Mend(now.Text.Path, at.Line, Catalogue.RepeatedTag, line, before[..^1] + line[(start + at.Length)..])
            : null;
    }

    private static byte[] WithLine(SourceMeaning now, Mend mend)
    {
        var (text, start) = (now.Text.Text, now.Text.LineStart(mend.Line));
        var mended = Encoding.UTF8.GetBytes(text[..start] + mend.After + text[(start + mend.Before.Length)..]);
        return now.HasMark ? [0xEF, 0xBB, 0xBF, .. mended] : mended;
    }
}
