using System.Text;

namespace AiDigest.Core.FileSystem.Sources;

/// <summary>One file of the sources as the listing found it.</summary>
/// <param name="Root">The site root, absolute.</param>
/// <param name="Named">Relative to the root, with <c>/</c>, as the file system has it.</param>
/// <param name="IsLink">A symbolic link, to whatever or to nothing: it is listed so that it can be reported, and never followed.</param>
public sealed record ListedFile(string Root, string Named, bool IsLink)
{
    /// <summary>Relative to the site root, with <c>/</c>, in NFC.</summary>
    public string Path { get; } = Nfc(Named);

    /// <summary>The path that opens it.</summary>
    public string PhysicalPath => System.IO.Path.Join(Root, Named);

    /// <summary>The physical path of another file whose name is the same in NFC, and which is therefore left out; else null.</summary>
    public string? Twin { get; init; }

    // Normalize throws on half a surrogate pair, which Windows allows in a name; such a name stays as it is.
    private static string Nfc(string path)
    {
        try
        {
            return Ascii.IsValid(path) || path.IsNormalized(NormalizationForm.FormC) ? path : path.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return path;
        }
    }
}
