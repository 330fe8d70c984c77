using AiDigest.Core.Content.FrontMatter;

namespace AiDigest.Core.Content;

/// <summary>The address under which a site is published, as a command line gives it.</summary>
public static class AbsoluteUrl
{
    /// <summary>The address with a slash at its end; null where it cannot be that of a site.</summary>
    public static string? Read(string text)
    {
        if (WebAddress.Problem(text) is not null || WebAddress.ProblemOfBase(text) is not null)
        {
            return null;
        }

        var url = new Uri(text).AbsoluteUri;
        return url.EndsWith('/') ? url : url + "/";
    }
}
