using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Links;

namespace AiDigest.Core.Site.Views;

/// <summary>What every template sees as <c>site</c>: settings alone, so that no entry can dirty every page.</summary>
public sealed record SiteView(Settings Settings, Addresses Addresses, ImmutableArray<IView> Menu, ImmutableArray<IView> Feeds) : IView
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
        foreach (var kind in OutputKind.All)
        {
            if (kind.Start is { } start)
            {
                writer.Text(kind.Name + "_url", Settings.Outputs.HasFlag(kind.Flag) ? Addresses.Local(start) : null);
            }
        }

        writer.Text("saved_url", Settings.Outputs.HasFlag(OutputKinds.Papers) ? Addresses.Local("saved/") : null);
        writer.Views("menu", Menu);
        writer.Views("feeds", Feeds);
        writer.Extra("extra", Settings.Extra);
    }
}
