using System.Text.RegularExpressions;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Architecture;

/// <summary>
/// A bug has to show. Code catches failures of the disk, of the network and of templates by their own exceptions. Exceptions that a bug of
/// ours throws too are caught around a call of a library alone, or thrown again, or shown as a bug: here is each such place. See decision
/// 0060.
/// </summary>
public partial class CatchTests
{
    private static readonly Dictionary<string, string> Broad = new(StringComparer.Ordinal)
    {
        ["src/AiDigest.Cli/CommandRunner.cs"] = "shown as a bug of the tool, exit code 3",
        ["src/AiDigest.Cli/Program.cs"] = "shown as a bug of the tool, exit code 3",
        ["src/AiDigest.Cli/MessageLanguageOption.cs"] = "a look at site.yaml before options are parsed: Path.GetFullPath",
        ["src/AiDigest.Core/Build/GcTuning.cs"] = "GC.TryStartNoGCRegion, GC.EndNoGCRegion",
        ["src/AiDigest.Core/Build/ParallelRun.cs"] = "thrown again on the thread that asked",
        ["src/AiDigest.Core/Check/HttpAsker.cs"] = "HttpClient and its resolver, whose hosts are foreign",
        ["src/AiDigest.Core/Content/Yaml/YamlTree.cs"] = "one call of YamlDotNet's parser",
        ["src/AiDigest.Core/Deploy/GitTarget.cs"] = "thrown again once the files of the attempt are gone",
        ["src/AiDigest.Core/Deploy/OutsideProgram.cs"] = "Process.Kill of a process that has ended",
        ["src/AiDigest.Core/FileSystem/Output/TargetFolder.cs"] = "thrown again once the file is gone",
        ["src/AiDigest.Core/FileSystem/Sources/ListedFile.cs"] = "string.Normalize of a file's name",
        ["src/AiDigest.Core/FileSystem/Sources/SourceWriter.cs"] = "thrown again once the file is gone",
        ["src/AiDigest.Core/Import/Feeds/JsonFeedImport.cs"] = "JsonElement: half a surrogate pair",
        ["src/AiDigest.Core/Import/ImportText.cs"] = "Encoding.GetEncoding of a foreign name",
        ["src/AiDigest.Core/Import/Json/JsonImport.cs"] = "JsonElement: half a surrogate pair",
        ["src/AiDigest.Core/Import/Json/JsonKind.cs"] = "JsonElement: half a surrogate pair",
        ["src/AiDigest.Core/Import/Json/JsonText.cs"] = "JsonElement: half a surrogate pair",
        ["src/AiDigest.Core/Import/Posts/PostImport.cs"] = "JsonElement: half a surrogate pair",
        ["src/AiDigest.Core/Markdown/Address.cs"] = "IdnMapping of a foreign host",
        ["src/AiDigest.Core/Markdown/BodyRenderer.cs"] = "one call of Markdig's parser",
        ["src/AiDigest.Core/Model/PercentEncoding.cs"] = "IdnMapping of a foreign host",
        ["src/AiDigest.Core/Rendering/Templates/Fast/TemplateFunctions.cs"] = "one call of a function of Scriban",
        ["src/AiDigest.Core/Rendering/Templates/Fast/TemplateTerms.cs"] = "one call of an operator of Scriban",
        ["src/AiDigest.Core/Rendering/Templates/Scriban/RenderContext.cs"] = "Scriban: thrown again with the chain of includes",
        ["src/AiDigest.Core/Threading/OwnStack.cs"] = "thrown again on the thread that asked",
        ["src/AiDigest.Preview/PreviewBuilder.cs"] = "shown in the browser; the preview goes on",
        ["src/AiDigest.Preview/SourceWatcher.cs"] = "FileSystemWatcher of a folder that is gone",
    };

    [Fact]
    public void Exceptions_of_bugs_are_caught_at_these_places_alone()
    {
        var found =
            from file in Directory.EnumerateFiles(Checkout.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/')
            where path.Split('/')[2] is not ("bin" or "obj") && Catch().Matches(File.ReadAllText(file)).Any(one => IsBroad(one.Value))
            orderby path
            select path;
        Assert.Equal(string.Join('\n', Broad.Keys.Order(StringComparer.Ordinal)), string.Join('\n', found.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("catch", true)]
    [InlineData("catch when (created)", true)]
    [InlineData("catch (Exception e)", true)]
    [InlineData("catch (Exception) when (Remember())", true)]
    [InlineData("catch (Exception e) when (e is not OperationCanceledException)", true)]
    [InlineData("catch (ArgumentException)", true)]
    [InlineData("catch (Exception e) when (e is IOException or UnauthorizedAccessException)", false)]
    [InlineData("catch (TemplateException failure)", false)]
    public void A_broad_catch_is_seen(string line, bool isBroad) => Assert.Equal(isBroad, IsBroad(line));

    private static bool IsBroad(string line)
    {
        var names = line.Contains(" is ", StringComparison.Ordinal) && !line.Contains(" is not ", StringComparison.Ordinal);
        return OfBug().IsMatch(line) || (!Typed().IsMatch(line) && !names);
    }

    [GeneratedRegex(@"(?m)^\s*catch\b[^\n]*(\n\s*when\b[^\n]*)?")]
    private static partial Regex Catch();

    [GeneratedRegex(@"\b(Argument|ArgumentOutOfRange|InvalidOperation|NullReference|IndexOutOfRange|InvalidCast|KeyNotFound)Exception\b")]
    private static partial Regex OfBug();

    /// <summary>It names an exception other than the base of all.</summary>
    [GeneratedRegex(@"catch \((?!Exception\b)")]
    private static partial Regex Typed();
}
