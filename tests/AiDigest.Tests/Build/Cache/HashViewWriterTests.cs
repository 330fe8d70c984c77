using AiDigest.Core.Build.Cache;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;
using Xunit;

namespace AiDigest.Tests.Build.Cache;

/// <summary>Views that a template could tell apart have different digests, and those that it could not have the same.</summary>
public class HashViewWriterTests
{
    private sealed record Own(Action<IViewWriter> Describing) : IView
    {
        public void Describe(IViewWriter writer) => Describing(writer);
    }

    private sealed record Once(Action<IViewWriter> Describing) : SharedView
    {
        public int Described { get; private set; }

        public override void Describe(IViewWriter writer)
        {
            Described++;
            Describing(writer);
        }
    }

    private static Digest Of(Action<IViewWriter> describe) => new HashViewWriter().Of(new Own(describe));

    [Fact]
    public void Every_difference_counts()
    {
        var body =
            new MemoryBody("<p>x</p>"u8.ToArray(), "")
            {
                Pieces = [new Piece(PieceKind.Html, 0, 8)],
                Links = [new BodyLink("t", false, "", default)],
                Anchors = Anchors.None,
            };
        var use = new PlacedBody(body, "slug", "papers/slug/", [new ResolvedLink("a", null)]);
        Action<IViewWriter>[] views =
        [
            _ => { },
            w => w.Text("a", null),
            w => w.Text("a", ""),
            w => w.Text("a", "b"),
            w => w.Text("ab", ""),
            w => w.Text("b", "a"),
            w => { w.Text("a", ""); w.Text("b", null); },
            w => w.Number("a", null),
            w => w.Number("a", 0),
            w => w.Number("a", 1),
            w => w.Flag("a", false),
            w => w.Flag("a", true),
            w => w.Texts("a", []),
            w => w.Texts("a", ["b", "c"]),
            w => w.Texts("a", ["bc"]),
            w => w.View("a", null),
            w => w.View("a", new Own(_ => { })),
            w => w.View("a", new Own(v => v.Text("b", "c"))),
            w => { w.View("a", new Own(_ => { })); w.Text("b", "c"); },
            w => w.Views("a", []),
            w => w.Views("a", [new Own(_ => { }), new Own(_ => { })]),
            w => w.Views("a", [new Own(v => v.View("b", new Own(_ => { })))]),
            w => w.Extra("a", null),
            w => w.Extra("a", new ExtraValue.Text("1")),
            w => w.Extra("a", new ExtraValue.Whole(1)),
            w => w.Body("a", use),
            w => w.Body("a", use with { Slug = "other" }),
            w => w.Body("a", use with { Address = "other" }),
            w => w.Body("a", use with { Links = [new ResolvedLink("b", null)] }),
            w => w.Body("a", use with { Links = [new ResolvedLink(null, null)] }),
            w => w.Body("a", use with { Links = [new ResolvedLink("a", "f")] }),
            w => w.Body("a", use with { Links = [new ResolvedLink("a", null) { IsSelf = true }] }),
            w => w.Body("a", use with { Body = body with { Html = "<p>y</p>"u8.ToArray() } }),
            w => w.Body("a", use with { Body = body with { Pieces = [new Piece(PieceKind.Html, 0, 7)] } }),
            w => w.Body("a", use with { Body = body with { Links = [new BodyLink("t", false, " title=\"t\"", default)] } }),
        ];
        Assert.Equal(views.Length, views.Select(Of).Distinct().Count());
        Assert.Equal(views.Select(Of), views.Select(Of));
    }

    [Fact]
    public void What_is_derived_is_neither_hashed_nor_made() =>
        Assert.Equal(Of(_ => { }), Of(w => w.Derived("a", () => throw new InvalidOperationException("made"))));

    [Fact]
    public void A_shared_view_is_described_once()
    {
        var once = new Once(w => w.Text("a", "b")) { Number = 0 };
        var page = new Own(w => w.Views("papers", [once, once]));
        var digests = new ViewDigests(1);
        var digest = new HashViewWriter(known: digests).Of(page);
        Assert.Equal(digest, new HashViewWriter(known: digests).Of(page));
        Assert.Equal(1, once.Described);
        Assert.Equal(digest, new HashViewWriter().Of(page));
        Assert.NotEqual(Of(w => w.Views("papers", [new Once(v => v.Text("a", "c"))])), Of(w => w.Views("papers", [once])));
    }

    [Fact]
    public void A_copy_of_a_shared_view_is_described_again()
    {
        var first = new Once(w => w.Text("a", "b")) { Number = 0 };
        var writer = new HashViewWriter(known: new ViewDigests(1));
        var before = writer.Of(new Own(w => w.View("paper", first)));
        var copy = first with { Describing = w => w.Text("a", "c") };
        Assert.Equal((0, -1), (first.Number, copy.Number));
        Assert.NotEqual(before, writer.Of(new Own(w => w.View("paper", copy))));
        Assert.Equal(Of(w => w.View("paper", new Once(v => v.Text("a", "c")))), Of(w => w.View("paper", copy)));
    }
}
