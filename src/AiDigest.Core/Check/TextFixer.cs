using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Check;

/// <summary>Fixes one text.</summary>
internal sealed class TextFixer(RegistrySpellings spellings, Limits limits, Func<Rule, bool> isOn)
{
    // Each try costs a parse of the file, and a stranger may have written it: all tries together read some 64 times the largest file that
    // is allowed.
    private const long MostRead = 64L << 20;
    private const int MostTries = 4096;

    /// <returns>Null where there is nothing to fix.</returns>
    public (byte[] Bytes, List<Fix> Fixes)? Fix(string path, byte[] bytes, CancellationToken cancellation)
    {
        var fixing =
            new Trial(path, bytes, limits, spellings, (int)Math.Clamp(MostRead / Math.Max(1, bytes.Length), 64, MostTries), cancellation);
        while (Candidates(fixing) is { Count: > 0 } candidates && fixing.Try(candidates, 0, candidates.Count))
        {
        }

        return fixing.Fixes.Count == 0 ? null : (fixing.Now.Bytes, [.. fixing.Fixes.OrderBy(fix => fix.Line)]);
    }

    /// <summary>At most one fix a line, so that none moves another.</summary>
    private List<Fix> Candidates(Trial fixing) =>
    [
        .. Parser(fixing.Now).Concat(Tags(fixing.Now)).Concat(Untrimmed(fixing.Now))
            .Where(fix =>
                fix.Before != fix.After && fix.After.AsSpan().IndexOfAny('\r', '\n') < 0
                    && !fixing.Refused.Contains((fix.Line, fix.After)))
            .DistinctBy(fix => fix.Line).OrderBy(fix => fix.Line),
    ];

    private static IEnumerable<Fix> Parser(SourceFingerprint now) => now.Diagnostics
        .Where(found => found.Fixed is not null)
        .Select(found => new Fix(now.Text.Path, found.Line, found.Rule, now.Text.Line(found.Line), found.Fixed!, IsPrinted: true));

    private IEnumerable<Fix> Untrimmed(SourceFingerprint now)
    {
        var texts = now.Papers.SelectMany(paper => (Located[])[paper.Metadata.Title, .. paper.Metadata.Tags, .. paper.Metadata.Authors]);
        foreach (var text in isOn(Catalogue.UntrimmedText) ? texts : [])
        {
            if (TextRules.Quoted(text, now.Text) is { } quoted)
            {
                yield return Put(Catalogue.UntrimmedText, now, text.At, quoted.Inner);
            }
        }
    }

    private IEnumerable<Fix> Tags(SourceFingerprint now)
    {
        foreach (var paper in now.Papers)
        {
            var keys = new HashSet<string>(StringComparer.Ordinal);
            foreach (var tag in paper.Metadata.Tags)
            {
                if (!keys.Add(spellings.Key(tag.Text)))
                {
                    if (isOn(Catalogue.RepeatedTag) && Without(now, tag.At) is { } fix)
                    {
                        yield return fix;
                    }
                }
                else if (isOn(Catalogue.TagSpelling) && spellings.Better(tag.Text) is { } better)
                {
                    yield return Put(Catalogue.TagSpelling, now, tag.At, Quoting.Item(better));
                }
            }
        }
    }

    private static Fix Put(Rule rule, SourceFingerprint now, SourceRef at, string with)
    {
        var line = now.Text.Line(at.Line);
        return new Fix(now.Text.Path, at.Line, rule, line, Quoting.Replace(line, at.Column, at.Column + at.Length, with));
    }

    /// <summary>A list in brackets without one of its items; a list of lines is left to its author.</summary>
    private static Fix? Without(SourceFingerprint now, SourceRef at)
    {
        var line = now.Text.Line(at.Line);
        var start = at.Column - 1;
        var before = line[..Math.Min(start, line.Length)].TrimEnd();
        return before.EndsWith(',') && before.Contains('[', StringComparison.Ordinal) && start + at.Length <= line.Length
            ? new Fix(now.Text.Path, at.Line, Catalogue.RepeatedTag, line, before[..^1] + line[(start + at.Length)..])
            : null;
    }

    /// <summary>A file under way: what it is by now, and what is known to change its meaning.</summary>
    private sealed class Trial(
        string path, byte[] bytes, Limits limits, RegistrySpellings spellings, int tries, CancellationToken cancellation)
    {
        private int _tries = tries;
        private string? _meaning;

        public SourceFingerprint Now { get; private set; } = SourceFingerprint.Of(path, bytes, limits);

        public List<Fix> Fixes { get; } = [];

        public HashSet<(int Line, string After)> Refused { get; } = [];

        /// <summary>
        /// Makes all of these fixes if together they change no meaning, else those of each half that do not; a lone one that does is
        /// refused.
        /// </summary>
        /// <returns>False once there were too many tries.</returns>
        public bool Try(List<Fix> some, int start, int count)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_tries-- <= 0)
            {
                return false;
            }

            var trial = SourceFingerprint.Of(path, With(some, start, count), limits);
            _meaning ??= Now.Meaning(spellings);
            var settles = trial.Errors <= Now.Errors && trial.Diagnostics.Length < Now.Diagnostics.Length
                && some.Skip(start).Take(count).All(fix => fix.IsPrinted);
            if (settles || (_meaning is not null && trial.Errors <= Now.Errors && trial.Meaning(spellings) == _meaning))
            {
                _meaning = settles ? null : _meaning;
                Now = trial;
                Fixes.AddRange(some.GetRange(start, count));
                return true;
            }

            if (count == 1)
            {
                Refused.Add((some[start].Line, some[start].After));
                return true;
            }

            var half = count / 2;
            return Try(some, start, half) && Try(some, start + half, count - half);
        }

        private byte[] With(List<Fix> some, int start, int count)
        {
            var text = new StringBuilder(Now.Text.Text.Length + 64);
            var done = 0;
            for (var i = start; i < start + count; i++)
            {
                var at = Now.Text.LineStart(some[i].Line);
                text.Append(Now.Text.Text, done, at - done).Append(some[i].After);
                done = at + some[i].Before.Length;
            }

            text.Append(Now.Text.Text, done, Now.Text.Text.Length - done);
            var fixedText = Encoding.UTF8.GetBytes(text.ToString());
            return Now.HasMark ? [0xEF, 0xBB, 0xBF, .. fixedText] : fixedText;
        }
    }
}
