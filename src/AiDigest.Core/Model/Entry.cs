namespace AiDigest.Core.Model;

/// <summary>A paper with its rendered body: what a source file gives, before anything is known of the rest of the site.</summary>
/// <param name="Title">The paper's, with its typography.</param>
/// <param name="Lead">Likewise; null where the paper has none of its own.</param>
public sealed record Entry(Paper Paper, Body Body, string Title, string? Lead)
{
    /// <summary>This entry with the words of another state of it: nothing but pages that show the entry sees them, and no other entry changes its place for them.</summary>
    public Entry InWordsOf(Entry other) => other with
    {
        Paper = Paper with
        {
            Title = other.Paper.Title,
            Lead = other.Paper.Lead,
            PaperTitle = other.Paper.PaperTitle,
            Venue = other.Paper.Venue,
            By = other.Paper.By,
            ReviewedBy = other.Paper.ReviewedBy,
        },
    };
}

/// <summary>A standing page with its rendered body.</summary>
public sealed record PageEntry(StandingPage Page, Body Body);
