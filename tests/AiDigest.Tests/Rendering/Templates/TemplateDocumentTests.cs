using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Outputs;
using AiDigest.Core.Site.Views;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Rendering.Templates;

/// <summary>Holds docs/templates.md against what the views describe: every field, by its name, in both directions.</summary>
public partial class TemplateDocumentTests
{
    private static readonly SourceRef At = new("content/papers/x.md", 1, 1);
    private static readonly PlacedBody NoBody = new(MemoryBody.Empty, "x", "papers/x/", []);
    private static readonly DateView Day = new("2026-11-14", "14 ноября 2026");

    private static readonly ImmutableArray<(string Name, string? Url)> Starts =
        [.. OutputKind.All.Where(kind => kind.Start is not null).Select(kind => (kind.Name + "_url", (string?)null))];

    private static readonly Dictionary<string, IView[]> Views = new()
    {
        ["site"] = [new SiteView(new Settings(), new Addresses("https://a.example/", "https://a.example/"), [], [], Starts)],
        ["paper"] = [Paper()],
        ["line"] = [new LineView("А", null, null, Day, null, null, At)],
        ["summary"] = [new SummaryView(new LineView("А", null, null, Day, null, null, At), "А")],
        ["neighbour"] = [new EntryLinkView("А", null, null)],
        ["pair"] = [new PairView(2, 1)],
        ["trend"] = [new TrendView("1,2 3,4", 4, "А")],
        ["group"] = [new GroupView("А", "a", null)],
        ["period"] = [new PeriodView("А", "2026", null, 1, "months", []), new PeriodView("А", "2026", null, 1, "papers", []) { Weeks = [],
            Weekday = "суббота" }],
        ["letter"] = [new LetterView("А", [])],
        ["week"] = [new WeekView([])],
        ["calendar-day"] = [new CalendarDayView(1, null, null, null, null)],
        ["date"] = [Day],
        ["day-of-page"] = [new DayView("2026-11-14", "14 ноября 2026", "суббота")],
        ["month-pages"] = [new MonthPagesView("А", [])],
        ["link"] = [new LinkView("А", null)],
        ["feed-link"] = [new FeedLinkView("А", "/", "text/xml")],
        ["pager"] = [new PagerView(1, null, null, null, [])],
        ["image"] = [new ImageView("/", "https://a.example/", "", null)],
        ["correction"] = [new CorrectionView(Day, "А")],
        ["standing"] =
            [new StaticPageView(new PageMetadata { Source = At, Title = new("А", At), Address = new("a", At) }, null, null, NoBody)],
        ["feed"] = [new FeedView("А", "", "", "", "", "", "")],
        ["outline"] = [new OutlineView("А", "", "")],
        ["sitemap-line"] = [new SitemapLineView("", null)],
    };

    public static TheoryData<string> Names => [.. Views.Keys, "page"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_field_of_a_view_is_documented_and_no_other(string name)
    {
        IEnumerable<string> fields = name == "page" ? Page() : Views[name].SelectMany(Recorder.Fields);
        Assert.Equal(fields.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), Documented()[name]
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_view_is_documented() =>
        Assert.Equal(Views.Keys.Append("page").Order(StringComparer.Ordinal), Documented().Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_layout_of_the_theme_is_in_the_table_of_kinds()
    {
        var named = LayoutName().Matches(Document()).Select(match => match.Value).Distinct(StringComparer.Ordinal)
            .Where(name => !name.Contains("KIND", StringComparison.Ordinal));
        var layouts = ThemeFile.Default.Keys.Where(name => name.StartsWith("layouts/", StringComparison.Ordinal));
        Assert.Equal(layouts.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static string Document() => Checkout.ReadText("docs/templates.md");

    /// <summary>The first column of the table under each <c>### view</c>.</summary>
    private static Dictionary<string, List<string>> Documented()
    {
        var fields = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? under = null;
        foreach (var line in Document().Split('\n'))
        {
            if (line.StartsWith('#'))
            {
                under = line.StartsWith("### ", StringComparison.Ordinal) ? fields[line[4..].Trim()] = [] : null;
            }
            else if (line.StartsWith("| `", StringComparison.Ordinal))
            {
                under?.Add(line.Split('`')[1]);
            }
        }

        return fields;
    }

    private static List<string> Page()
    {
        var page = new PageView { Kind = "paper", Address = "", Title = "А", Canonical = "https://a.example/" };
        return Recorder.Fields(new Recorder(page).Inner.Single());
    }

    private static EntryView Paper() => new()
    {
        Paper = new EntryMetadata
        {
            Source = At,
            Title = new("А", At),
            Date = EntryDate.Of(new DateOnly(2026, 11, 14)),
            DateAt = At,
            Tags = [],
            Slug = new("x", At)
        },
        Title = "А",
        Url = null,
        AbsoluteUrl = "",
        Id = "",
        Day = Day,
        Published = "",
        PublishedRfc822 = "",
        Updated = Day,
        Lead = "",
        Takeaway = null,
        Tags = [],
        Authors = [],
        PaperPublished = null,
        Corrections = [],
        Image = null,
        EditUrl = null,
        BibUrl = null,
        Future = false,
        Body = NoBody,
    };

    [GeneratedRegex(@"layouts/[a-zA-Z-]+\.(html|xml)")]
    private static partial Regex LayoutName();

    /// <summary>Writes down the names that a view describes.</summary>
    private sealed class Recorder : IViewWriter
    {
        private readonly List<string> _names = [];

        public Recorder(IView view) => view.Describe(this);

        public List<IView> Inner { get; } = [];

        public static List<string> Fields(IView view) => new Recorder(view)._names;

        public void Text(string name, string? value) => _names.Add(name);

        public void Derived(string name, Func<byte[]?>? make) => _names.Add(name);

        public void Number(string name, long? value) => _names.Add(name);

        public void Flag(string name, bool value) => _names.Add(name);

        public void Body(string name, PlacedBody body) => _names.Add(name);

        public void Extra(string name, ExtraValue? value) => _names.Add(name);

        public void View(string name, IView? view)
        {
            _names.Add(name);
            if (view is not null)
            {
                Inner.Add(view);
            }
        }

        public void Views(string name, IReadOnlyList<IView> views) => _names.Add(name);

        public void Texts(string name, IReadOnlyList<string> values) => _names.Add(name);
    }
}
