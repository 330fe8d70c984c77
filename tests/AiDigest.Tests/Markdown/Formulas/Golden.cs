using AiDigest.Tests.Fixtures;

namespace AiDigest.Tests.Markdown.Formulas;

/// <summary>A formula of golden.txt: its TeX between dollars on a line, its MathML on the next, an empty line.</summary>
internal sealed record Golden(string Tex, bool Display, string MathMl)
{
    public static string Path { get; } =
        System.IO.Path.Combine(Checkout.Root, "tests", "AiDigest.Tests", "Markdown", "Formulas", "golden.txt");

    public string Written => Display ? $"$${Tex}$$" : $"${Tex}$";

    public static List<Golden> All() =>
    [
        .. File.ReadAllText(Path).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block =>
        {
            var lines = block.Trim('\n').Split('\n');
            var width = lines[0].StartsWith("$$", StringComparison.Ordinal) ? 2 : 1;
            return new Golden(lines[0][width..^width], width == 2, lines.ElementAtOrDefault(1) ?? "");
        }),
    ];
}
