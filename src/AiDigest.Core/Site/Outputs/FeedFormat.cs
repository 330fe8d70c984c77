namespace AiDigest.Core.Site.Outputs;

/// <summary>One format of feed.</summary>
/// <param name="Kind">The name of its kind of output.</param>
/// <param name="Name">For readers.</param>
/// <param name="File">Its file below the list's address.</param>
/// <param name="Template">In <c>layouts/</c>, or <c>feed.json</c> of the tool.</param>
public sealed record FeedFormat(string Kind, string Name, string File, string Template, string MediaType);
