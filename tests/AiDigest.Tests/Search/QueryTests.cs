using System.Text.Json;
using Xunit;

namespace AiDigest.Tests.Search;

/// <summary>
/// 500 queries with the one entry that each of them means, frozen before search was tuned. They are asked in a real Chromium.
/// </summary>
[Collection(nameof(SearchableSite))]
public class QueryTests(SearchableSite site)
{
    private static readonly (string Kind, string Query, string Slug)[] Queries =
        [.. File.ReadLines(Path.Combine(SearchableSite.Folder, "queries.tsv")).Select(line => line.Split('\t'))
            .Select(row => (row[0], row[1], row[2]))];

    /// <param name="found">Least part of the queries whose entry is among the first ten.</param>
    /// <param name="rank">Least mean of one by the place of the entry.</param>
    [Theory]
    [InlineData("written", 120, 0.97, 0.88)]
    [InlineData("form", 120, 0.95, 0.80)]
    [InlineData("typo", 110, 0.95, 0.85)]
    [InlineData("layout", 50, 0.99, 0.90)]
    [InlineData("languages", 30, 0.95, 0.75)]
    [InlineData("phrase", 40, 0.97, 0.92)]
    [InlineData("field", 30, 0.97, 0.90)]
    public async Task The_entry_that_is_meant_is_found(string kind, int count, double found, double rank)
    {
        var asked = Queries.Where(query => query.Kind == kind).ToArray();
        Assert.Equal(count, asked.Length);
        await using var visit = await site.OpenAsync("search/");
        var answers = await visit.Page.EvaluateAsync<JsonElement>(
            "async queries => { const all = []; for (const query of queries) all.push((await "
            + "document.querySelector('form[role=search]').ask(query)).entries.map(entry => entry.url)); return all; }",
            asked.Select(query => query.Query).ToArray());
        var places =
            asked.Select((query, i) => answers[i].EnumerateArray().Select(url => url.GetString()).ToList()
                .IndexOf($"{SearchableSite.Address}papers/{query.Slug}/")).ToArray();
        Assert.InRange((double)places.Count(place => place >= 0) / count, found, 1);
        Assert.InRange(places.Sum(place => place < 0 ? 0 : 1.0 / (place + 1)) / count, rank, 1);
    }
}
