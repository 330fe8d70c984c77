using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Links;

namespace AiDigest.Core.Site.Views;

/// <summary>What every template sees as <c>site</c>: settings alone, so that no entry can dirty every page.</summary>
/// <param name="Starts">Where kinds of output begin, by the names that templates use; null for those that are off.</param>
public sealed record SiteView(
    Settings Settings, Addresses Addresses, ImmutableArray<IView> Menu, ImmutableArray<IView> Feeds,
    ImmutableArray<(string Name, string? Url)> Starts) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Settings.Title);
        writer.Text("tagline", Settings.Tagline.Length > 0 ? Settings.Tagline : null);
        writer.Text("description", Settings.Description.Length > 0 ? Settings.Description : null);
        writer.Text("language", Settings.Language);
        writer.Text("author", Settings.Author);
        writer.Text("base", Addresses.BasePath);
        writer.Text("absolute_url", Addresses.AbsoluteBase);
        foreach (var (name, url) in Starts)
        {
            writer.Text(name, url);
        }

        writer.Text("saved_url", Settings.Outputs.Has(OutputNames.Papers) ? Addresses.Local("saved/") : null);
        writer.Views("menu", Menu);
        writer.Views("feeds", Feeds);
        writer.Extra("extra", Settings.Extra);
    }
}
