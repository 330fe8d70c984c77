using System.Text;
using AiDigest.Core.FileSystem.Output;

namespace AiDigest.Tests.Fixtures;

/// <summary>An output folder <c>out</c> and builds of it from inline text: <c>a.html=1 b/c.html=2</c>.</summary>
public abstract class OutputFixture : IDisposable
{
    private protected TempFolder Temp { get; } = new();

    public void Dispose()
    {
        Temp.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static (string Path, string Text)[] Parse(string site) =>
        site.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(file => file.Split('=')).Select(file => (file[0], file[1])).ToArray();

    private protected static PutOutcome Put(OutputFolder output, string path, ReadOnlySpan<byte> bytes) =>
        output.Put(output.PlaceOf(path), bytes);

    private protected OutputFolder Open() => OutputFolder.Open(Temp.At("out"));

    /// <summary>Builds up to the commit, as the building stage does it.</summary>
    private protected static OutputFolder Put(OutputFolder output, string site)
    {
        var files = Parse(site);
        output.Recover();
        output.Inspect(files.Select(file => file.Path));
        output.Begin(CancellationToken.None);
        Parallel.ForEach(files, file => Put(output, file.Path, Encoding.UTF8.GetBytes(file.Text)));
        return output;
    }

    private protected CommitResult Build(string site)
    {
        using var output = Put(Open(), site);
        return output.Commit();
    }

    /// <summary>A build that dies after its last put: nothing is disposed.</summary>
    private protected void Kill(string site) => _ = Put(Open(), site);

    private protected string Show() => Temp.Show("out");

    /// <summary>The folder that a clean build of a site makes.</summary>
    private protected static string Clean(string site)
    {
        var files = Parse(site);
        var folders =
            files.SelectMany(file =>
                file.Path.Split('/').SkipLast(1).Select((_, i) => string.Join('/', file.Path.Split('/').Take(i + 1)) + "/"));
        var manifest = string.Concat(files.Select(file => file.Path).Order(StringComparer.Ordinal).Select(path => path + "|"));
        var lines = files.Select(file => $"{file.Path}={file.Text}").Concat(folders.Distinct()).Append(".aidigest-manifest=" + manifest);
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
