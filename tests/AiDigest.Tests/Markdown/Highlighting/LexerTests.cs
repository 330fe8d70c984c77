using System.Text;
using AiDigest.Core.Markdown.Highlighting;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown.Highlighting;

public class LexerTests
{
    public static readonly TheoryData<string> Languages =
    [
        "python", "cpp", "cuda", "rust", "json", "yaml", "bash", "diff", "c", "java", "csharp", "go", "javascript", "typescript", "sql",
            "latex", "toml", "dockerfile", "console", "pycon",
    ];

    [Theory]
    [InlineData("python", "@torch.no_grad()\ndef f(x: int = 0x1F) -> str:", "m:@torch.no_grad k:def f:f t:int n:0x1F t:str")]
    [InlineData("python", "r\"\\d\" f'{x}' \"\"\"a\n\"b\"\"\" # c", "s:r\"\\d\" s:f'{x}' s:\"\"\"a\n\"b\"\"\" c:# c")]
    [InlineData("python", "y = 1e-4 + 1_000 * .5 @ True", "n:1e-4 n:1_000 n:.5 l:True")]
    [InlineData(
        "cpp", "#include <vector>\ntemplate <int N> auto x = R\"q(a)\")q\";",
        "m:#include s:<vector> k:template t:int k:auto s:R\"q(a)\")q\"")]
    [InlineData("cpp", "int n = 1'000'000; /* a\nb */ char c = '\\''; // d", "t:int n:1'000'000 c:/* a\nb */ t:char s:'\\'' c:// d")]
    [InlineData("cuda", "__global__ void k(float* x) { int i = blockIdx.x; }", "k:__global__ t:void f:k t:float t:int t:blockIdx")]
    [InlineData(
        "rust", "fn f<'a>(x: &'a str) -> Vec<u8> { let c = 'x'; println!(\"{}\", r#\"a\"b\"#) }",
        "k:fn t:'a t:'a t:str t:Vec t:u8 k:let s:'x' f:println! s:\"{}\" s:r#\"a\"b\"#")]
    [InlineData("rust", "#[derive(Debug)]\n/* a /* b */ c */ let r = 0..10;", "m:#[derive(Debug)] c:/* a /* b */ c */ k:let n:0 n:10")]
    [InlineData("json", "{\"a\" : [1.5e3, true, \"b\"], \"c\": null}", "v:\"a\" n:1.5e3 l:true s:\"b\" v:\"c\" l:null")]
    [InlineData(
        "yaml", "# c\na: 1\n- b: \"x: y\" # d\n  e: |\n    f: g\n  h: true\nurl: http://a.b#c",
        "c:# c v:a n:1 v:b s:\"x: y\" c:# d v:e m:|\n s:f: g v:h l:true v:url")]
    [InlineData("yaml", "tags: [a, b]\n\"k\": &x *y !z\n---", "v:tags v:\"k\" m:&x m:*y m:!z m:---")]
    [InlineData("bash", "FOO=1 pip install -q \"a $B\" | tee ${LOG} # c", "v:FOO f:pip l:-q s:\"a v:$B s:\" f:tee v:${LOG} c:# c")]
    [InlineData("bash", "for f in *; do\ncat <<'EOF'\n$x\nEOF\ndone", "k:for k:do f:cat m:<<'EOF' s:$x\n m:EOF k:done")]
    [InlineData("console", "$ ls -l\ntotal 0", "m:$ f:ls l:-l")]
    [InlineData("diff", "--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n z", "m:--- a m:+++ b m:@@ -1 +1 @@ d:-x i:+y")]
    [InlineData("go", "func f() { s := `a\nb` }", "k:func f:f s:`a\nb`")]
    [InlineData("sql", "SELECT * FROM t WHERE a = 'it''s' -- c", "k:SELECT k:FROM k:WHERE s:'it''s' c:-- c")]
    [InlineData("typescript", "const a: string = `x${1}`;", "k:const t:string s:`x${1}`")]
    [InlineData("toml", "[a.b]\nk-1 = \"v\" # c", "m:[a.b] v:k-1 s:\"v\" c:# c")]
    [InlineData("dockerfile", "FROM a:1\nRUN echo $X from", "k:FROM n:1 k:RUN v:$X")]
    [InlineData("latex", "\\frac{a}{b} $x$ % c", "k:\\frac m:$ m:$ c:% c")]
    [InlineData("java", "@Override public int f() { return null; }", "m:@Override k:public t:int f:f k:return l:null")]
    [InlineData("pycon", ">>> print(1)\n1", "m:>>> t:print n:1")]
    public void Stretches_get_their_kinds(string language, string code, string expected)
    {
        var found = new StringBuilder();
        var at = 0;
        foreach (var token in Lex(language, code))
        {
            var text = code.Substring(at, token.Length);
            at += token.Length;
            if (token.Kind != TokenKind.Text)
            {
                found.Append(found.Length > 0 ? " " : "").Append(Letter(token.Kind)).Append(':').Append(text.Trim(' '));
            }
        }

        Assert.Equal(Words(expected), Words(found.ToString()));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Stretches_add_up_to_the_code_whatever_it_is(string language)
    {
        string[] parts =
        [
            "\"", "'", "`", "\\", "\"\"\"", "'''", "/*", "*/", "//", "#", "#[", "[", "]", "{", "}", "(", ")", "<", ">", "<<EOF", "EOF",
                "<<<", "$", "${", "|", "- ", ": ", ":", "=", "&", "*", "!",
            "\n", "\n", "\n", " ", "  ", "\t", "@", "+", "-", "--", "%", "R\"x(", ")x\"", "r#\"", "\"#", "'a", "if", "for", "def", "key",
                "0x", "1", "1.5", "1e", "1e-", "..", ".", "é", "я", "\uD83D\uDE00", "\uD83D",
            "@@", "+++ ", "$ ", ">>> ", "FROM", "...", "---",
        ];
        var random = new Random(20261124);
        for (var run = 0; run < 4000; run++)
        {
            var code = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => parts[random.Next(parts.Length)]));
            var tokens = Lex(language, code);
            Assert.True(tokens.Sum(token => token.Length) == code.Length && tokens.All(token => token.Length > 0), code);
            var at = 0;
            foreach (var token in tokens)
            {
                at += token.Length;
                Assert.False(at < code.Length && char.IsSurrogatePair(code[at - 1], code[at]), $"a pair is cut in {code}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Time_grows_with_the_length_alone(string language)
    {
        foreach (var part in new[]
        {
            "\"", "'", "\\", "[", "{", "(", "#", "#[", "/*", "/", "${", "$", "|", "|,", "{,", "a,", "a:", "- ", " ", "\n", "<<a\n", "<<a ",
                "R\"(", "r#", "r#\"", "'a", "@", "1'", "1.", "a=", "[\n", "#include <\n", "\"\n", "`",
            "\"${", "\" ", "<", ">>> ", "$ a", "a", "%", "&a", "? ",
        })
        {
            Growth.IsLinear(part, 10_000, code => Lex(language, code));
        }
    }

    [Fact]
    public void Unknown_languages_have_no_lexer() => Assert.Null(Highlighter.For("text"));

    private static List<Token> Lex(string language, string code)
    {
        var tokens = new TokenList();
        Highlighter.For(language)!.Lex(code, tokens);
        return [.. Enumerable.Range(0, tokens.Count).Select(i => tokens[i])];
    }

    private static char Letter(TokenKind kind) => "?cktlnsfvmid"[(int)kind];

    private static string Words(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
