using System.Collections.Immutable;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>The index of authors and a page for each with at least <c>author_min</c> entries.</summary>
public static class AuthorPlan
{
    public static IEnumerable<RenderedOutput> Outputs(PlanContext context)
    {
        var heading = context.Strings.Text("authors.heading");
        ImmutableArray<GroupView> views = [.. context.Site.Authors.Select(author => View(context, author))];
        yield return PageFactory.List(
            context, "authors", "authors/", heading, context.Strings.Text("authors.description"),
                context.Trail(new LinkView(heading, null)),
            [
                Part.Many("authors", views),
                Part.Many("letters", LetterView.Of(views)),
            ]);
        foreach (var (author, view) in context.Site.Authors.Zip(views))
        {
            var title = context.Strings.Text("author.heading", ("author", author.Of.Name));
            var page = PageFactory.List(
                context, "author", author.Of.Address, title, context.Strings.Text("author.description", ("author", author.Of.Name)),
                context.Trail(new LinkView(heading, context.Addresses.Local("authors/")), new LinkView(author.Of.Name, null)),
                [Part.One("author", view), Part.Many("papers", context.Lines(author.Entries))]);
            yield return page with { Changed = () => context.Latest(author.Entries) };
        }
    }

    private static GroupView View(PlanContext context, Group<Author> author) => new(
        author.Of.Name, author.Of.Slug, context.Addresses.Local(author.Of.Address), null, author.Entries.Length);
}
