using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>A standing page as its template sees it.</summary>
public sealed record StaticPageView(PageMetadata Page, DateView? Updated, string? EditUrl, PlacedBody Body) : ISourcedView
{
    public SourceRef Source => Page.Source;

    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Page.Title.Text);
        writer.Text("description", Page.Description);
        writer.View("updated", Updated);
        writer.Flag("draft", Page.Draft);
        writer.Text("edit_url", EditUrl);
        writer.Extra("extra", Page.Extra);
        writer.Body("body_html", Body);
    }
}
