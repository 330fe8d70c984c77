namespace AiDigest.Core.Model;

/// <summary>A paper with its rendered body: what a source file gives, before anything is known of the rest of the site.</summary>
public sealed record Entry(Paper Paper, Body Body);

/// <summary>A standing page with its rendered body.</summary>
public sealed record PageEntry(StandingPage Page, Body Body);
