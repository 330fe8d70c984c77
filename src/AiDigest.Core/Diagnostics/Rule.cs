namespace AiDigest.Core.Diagnostics;

/// <summary>One kind of mistake that the product knows, as the catalogue has it.</summary>
/// <param name="Id">Stable forever: <c>AD</c> and four digits.</param>
/// <param name="Severity">What the mistake does to the build.</param>
/// <param name="Named">The mistake in a few words.</param>
/// <param name="Explained">One or two sentences: why it is a mistake and how to fix it.</param>
/// <param name="Name">Its switch under <c>check</c> of site.yaml, in kebab-case; null for a rule that cannot be switched off.</param>
public sealed record Rule(string Id, Severity Severity, Message Named, Message Explained, string? Name = null)
{
    /// <summary>The name of the mistake in English.</summary>
    public string Title => Named.English;

    /// <summary>The explanation in English.</summary>
    public string Explanation => Explained.English;
}
