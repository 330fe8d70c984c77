using System.Collections.Frozen;

namespace AiDigest.Core.Markdown.Highlighting;

/// <summary>The lexers by the names that follow a fence. Each is made when a code first asks for it.</summary>
public static class Highlighter
{
    private static readonly FrozenDictionary<string, Lazy<Lexer>> Lexers = Make();

    /// <summary>The lexer of a language, or null where there is none.</summary>
    /// <param name="language">In lower case, as <c>python</c> or <c>c++</c>.</param>
    public static Lexer? For(string language) => Lexers.TryGetValue(language, out var lexer) ? lexer.Value : null;

    private static FrozenDictionary<string, Lazy<Lexer>> Make()
    {
        var lexers = new Dictionary<string, Lazy<Lexer>>(StringComparer.Ordinal);
        Add("python py ipython jupyter cython triton", () => new CodeLexer(Grammars.Python));
        Add("pycon", () => new SessionLexer(new CodeLexer(Grammars.Python), ">>> ", "... "));
        Add("c h objectivec objective-c", () => new CodeLexer(Grammars.C));
        Add("cpp c++ cc hpp", () => new CodeLexer(Grammars.CPlusPlus));
        Add("cuda cu hip opencl metal", () => new CodeLexer(Grammars.Cuda));
        Add("rust rs", () => new CodeLexer(Grammars.Rust));
        Add("go golang", () => new CodeLexer(Grammars.Go));
        Add("java kotlin kt scala", () => new CodeLexer(Grammars.Java));
        Add("csharp c# cs", () => new CodeLexer(Grammars.CSharp));
        Add("javascript js jsx typescript ts tsx", () => new CodeLexer(Grammars.Script));
        Add("sql sqlite postgresql", () => new CodeLexer(Grammars.Sql));
        Add("json json5 jsonl jsonc", () => new CodeLexer(Grammars.Json));
        Add("toml ini conf properties env", () => new CodeLexer(Grammars.Toml));
        Add("yaml yml", () => new YamlLexer());
        Add("bash sh shell zsh", () => new ShellLexer());
        Add("console terminal prompt", () => new SessionLexer(new ShellLexer(), "$ ", "> "));
        Add("dockerfile docker", () => new CodeLexer(Grammars.Docker));
        Add("diff patch", () => new DiffLexer());
        Add("latex tex bibtex bib", () => new TexLexer());
        return lexers.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string names, Func<Lexer> make)
        {
            var lexer = new Lazy<Lexer>(make);
            foreach (var name in names.Split(' '))
            {
                lexers.Add(name, lexer);
            }
        }
    }
}
