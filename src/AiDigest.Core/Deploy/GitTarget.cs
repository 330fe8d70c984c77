using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Output;

namespace AiDigest.Core.Deploy;

/// <summary>
/// A branch of a Git repository, such as <c>gh-pages</c>. Each deployment is one commit without a parent, pushed over the last: the branch
/// does not grow with time, and it changes at once or not at all. Objects are made in a scratch folder, so that the author's repository
/// keeps its size.
/// </summary>
internal sealed class GitTarget : IDeployTarget
{
    /// <summary>Tells GitHub Pages to serve the files as they are, without Jekyll.</summary>
    private const string NoJekyll = ".nojekyll";

    private readonly ScratchFolder _scratch = new();
    private readonly OutsideProgram _git;
    private readonly string _remote;
    private readonly string _branch;
    private readonly string _last;
    private readonly ImmutableSortedDictionary<string, string> _old;
    private ImmutableSortedDictionary<string, string> _new = ImmutableSortedDictionary<string, string>.Empty;

    /// <param name="root">The site root. If it lies in a Git repository, that one's remotes and credentials are used.</param>
    /// <param name="remote">A remote's name or address.</param>
    /// <exception cref="IOException">Git is not installed, or the remote does not answer.</exception>
    public GitTarget(string root, string remote, string branch, CancellationToken cancellation)
    {
        (_remote, _branch) = (remote, branch);
        try
        {
            _git = Program(root, cancellation);
            var found = _git.Run(["ls-remote", "--", remote, Ref], null, cancellation).Text;
            _last = found.Split('\t')[0].Trim();
            _old = _last.Length == 0 ? ImmutableSortedDictionary<string, string>.Empty : Fetch(cancellation);
        }
        catch
        {
            _scratch.Dispose();
            throw;
        }
    }

    private string Ref => "refs/heads/" + _branch;

    public ImmutableArray<string>? Deployed(CancellationToken cancellation) =>
        _old.TryGetValue(Manifest.FileName, out var manifest)
            ? [.. Manifest.Parse(_git.Run(["cat-file", "blob", Object(manifest)], null, cancellation).Out).Select(line => line.Path)]
            : null;

    public ImmutableArray<string> Changed(BuiltSite site, CancellationToken cancellation)
    {
        var names = string.Concat(site.Paths.Select(path => site.PathOf(path) + "\n"));
        var objects = _git.Run(["hash-object", "-w", "--no-filters", "--stdin-paths"], Encoding.UTF8.GetBytes(names), cancellation).Text
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _new = site.Paths.Zip(objects)
            .ToImmutableSortedDictionary(file => file.First, file => "100644 " + file.Second, StringComparer.Ordinal);
        return [.. site.Paths.Where(path => _old.GetValueOrDefault(path) != _new[path])];
    }

    /// <summary>A branch that deploy did not make may be somebody's work: to push over it would lose its history.</summary>
    public string? Foreign(ImmutableArray<string> changed, ImmutableArray<string>? deployed) =>
        deployed is { } paths
            ? changed.FirstOrDefault(path => _old.ContainsKey(path) && !paths.Contains(path, StringComparer.Ordinal))
            : _old.Keys.FirstOrDefault() is { } first ? $"{first} on the branch '{_branch}'" : null;

    public void Apply(BuiltSite site, DeployPlan plan, CancellationToken cancellation)
    {
        var gone = plan.Blocking.Concat(plan.Deletions).ToHashSet(StringComparer.Ordinal);
        var files = _old.Where(file => !gone.Contains(file.Key)).ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);
        foreach (var (path, item) in _new)
        {
            files[path] = item;
        }

        files[Manifest.FileName] = "100644 " + Store(plan.After, cancellation);
        files.TryAdd(NoJekyll, "100644 " + Store([], cancellation));
        var index = string.Concat(files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value}\t{file.Key}\0"));
        _git.Run(["update-index", "-z", "--index-info"], Encoding.UTF8.GetBytes(index), cancellation);
        var tree = _git.Run(["write-tree"], null, cancellation).Text.Trim();
        var commit = _git.Run(["commit-tree", tree, "-m", $"Deploy {site.Paths.Length} files"], null, cancellation).Text.Trim();

        // Refused where another deployment has come in between.
        _git.Run(
            ["push", "--quiet", "--no-verify", $"--force-with-lease={Ref}:{_last}", "--", _remote, $"{commit}:{Ref}"], null, cancellation);
    }

    public void Dispose() => _scratch.Dispose();

    private OutsideProgram Program(string root, CancellationToken cancellation)
    {
        var here = new OutsideProgram("git", root);
        var found = here.Try(["rev-parse", "--path-format=absolute", "--git-path", "objects"], null, cancellation);
        var variables = new Dictionary<string, string> { ["GIT_INDEX_FILE"] = Path.Combine(_scratch.Path, "index") };
        if (found.Code == 0)
        {
            variables["GIT_OBJECT_DIRECTORY"] = _scratch.Folder("objects");
            variables["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = found.Text.Trim();
        }
        else
        {
            // Not in a repository: one of our own, for this run.
            here.Run(["init", "--quiet", "--bare", Path.Combine(_scratch.Path, "repository")], null, cancellation);
            variables["GIT_DIR"] = Path.Combine(_scratch.Path, "repository");
        }

        if (here.Try(["var", "GIT_COMMITTER_IDENT"], null, cancellation).Code != 0)
        {
            foreach (var who in (string[])["AUTHOR", "COMMITTER"])
            {
                variables[$"GIT_{who}_NAME"] = "AI Digest";
                variables[$"GIT_{who}_EMAIL"] = "aidigest@localhost";
            }
        }

        return new OutsideProgram("git", root, variables);
    }

    /// <summary>The files of the last deployment with their modes and objects. With them here, a push sends the difference only.</summary>
    private ImmutableSortedDictionary<string, string> Fetch(CancellationToken cancellation)
    {
        _git.Run(
            ["-c", "gc.auto=0", "-c", "maintenance.auto=false", "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", _remote,
                Ref], null, cancellation);
        return _git.Run(["ls-tree", "-r", "-z", "--full-tree", _last], null, cancellation).Text
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split('\t', 2))
            .ToImmutableSortedDictionary(row => row[1], row => $"{row[0].Split(' ')[0]} {row[0].Split(' ')[2]}", StringComparer.Ordinal);
    }

    private string Store(byte[] bytes, CancellationToken cancellation) =>
        _git.Run(["hash-object", "-w", "--stdin"], bytes, cancellation).Text.Trim();

    private static string Object(string file) => file[(file.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
