namespace AiDigest.Core.Markdown.Highlighting;

/// <param name="Quote">Opens and closes; the longer ones of a language come first.</param>
/// <param name="Escape">Takes the next character along; <c>\0</c> for none.</param>
/// <param name="Lines">Whether it may go on over line ends.</param>
internal sealed record StringForm(string Quote, char Escape = '\\', bool Lines = false);

/// <summary>What distinguishes one language from another for <see cref="CodeLexer"/>: a row of a table, without code.</summary>
internal sealed record Grammar
{
    public static readonly StringForm Double = new("\"");
    public static readonly StringForm Single = new("'");

    public string[] LineComments { get; init; } = ["//"];

    public (string Open, string Close)? BlockComment { get; init; } = ("/*", "*/");

    /// <summary>Block comments may be in each other.</summary>
    public bool Nested { get; init; }

    public StringForm[] Strings { get; init; } = [Double, Single];

    /// <summary>Letters that may come before a quote, at most three.</summary>
    public string Prefixes { get; init; } = "";

    public string Keywords { get; init; } = "";

    public string Types { get; init; } = "";

    public string Constants { get; init; } = "true false null";

    public bool IgnoreCase { get; init; }

    /// <summary>What belongs to a word beside letters and digits.</summary>
    public string InWords { get; init; } = "_";

    /// <summary>Words with a capital are types.</summary>
    public bool CapitalTypes { get; init; }

    /// <summary>A word before <c>(</c> is a function.</summary>
    public bool Calls { get; init; } = true;

    /// <summary>Opens an attribute at the beginning of a line: <c>@</c>.</summary>
    public char Decorator { get; init; }

    /// <summary><c>#include</c> and the like.</summary>
    public bool Directives { get; init; }

    /// <summary><c>R"x(...)x"</c>.</summary>
    public bool CppRaw { get; init; }

    /// <summary><c>r#"..."#</c>, lifetimes, <c>#[...]</c>, macros.</summary>
    public bool Rust { get; init; }

    /// <summary>Groups digits: <c>1'000</c>.</summary>
    public char DigitSeparator { get; init; }

    /// <summary>A string before this sign is a key.</summary>
    public char KeyString { get; init; }

    /// <summary>The first word of a line before this sign is a key.</summary>
    public char KeyWord { get; init; }

    /// <summary>A line in brackets is a heading.</summary>
    public bool Sections { get; init; }

    /// <summary><c>$NAME</c> and <c>${NAME}</c>.</summary>
    public bool Variables { get; init; }

    /// <summary>Only the first word of a line is a keyword.</summary>
    public bool KeywordsLead { get; init; }
}
