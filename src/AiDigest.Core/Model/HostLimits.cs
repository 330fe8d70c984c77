namespace AiDigest.Core.Model;

/// <summary>What a host takes of one site, on its free plan. Sources are beside each row.</summary>
/// <param name="Name">As <c>host</c> of <c>site.yaml</c> has it.</param>
/// <param name="Bytes">Of all files; null: no limit is named.</param>
/// <param name="Files">How many; null: no limit is named.</param>
/// <param name="FileBytes">Of one file; null: no limit is named.</param>
public sealed record HostLimits(string Name, long? Bytes, int? Files, long? FileBytes)
{
    /// <summary>From this part of a limit on a build warns, in percent.</summary>
    public const int WarnFrom = 80;

    private const long Mebibyte = 1 << 20;

    private static readonly HostLimits[] All =
    [
        // https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits (1 GB a site, 10 minutes a deployment)
        new("github-pages", 1_000_000_000, null, 100 * Mebibyte),

        // https://developers.cloudflare.com/pages/platform/limits/
        new("cloudflare-pages", null, 20_000, 25 * Mebibyte),

        // https://docs.netlify.com/deploy/create-deploys/ (54,000 files in one folder, the whole site held to it here)
        new("netlify", null, 54_000, null),

        // https://docs.gitlab.com/user/gitlab_com/ (1 GB a site on GitLab.com, 200,000 files)
        new("gitlab-pages", 1L << 30, 200_000, null),
    ];

    public static IEnumerable<string> Names => All.Select(host => host.Name);

    public static HostLimits? Of(string name) => Array.Find(All, host => host.Name == name);
}
