using AiDigest.Core.FileSystem;
using Xunit;

namespace AiDigest.Tests.FileSystem;

public class SortedPathsTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("a b c", "a b c", "0 1 2")]
    [InlineData("a b c", "b", "-1 0 -1")]
    [InlineData("b", "a b c", "1")]
    [InlineData("a c e", "b d f", "-1 -1 -1")]
    [InlineData("B a я", "A B a b я", "1 2 4")]
    public void Each_path_is_found_in_the_other_list(string list, string others, string expected) =>
        Assert.Equal(expected, string.Join(' ', SortedPaths.Places(Split(list), path => path, Split(others), path => path)));

    [Theory]
    [InlineData("a b B", "B a b")]
    [InlineData("B a a b", "B a a b")]
    public void Paths_come_into_order(string paths, string expected) =>
        Assert.Equal(expected, string.Join(' ', SortedPaths.Sorted(Split(paths))));

    private static string[] Split(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
