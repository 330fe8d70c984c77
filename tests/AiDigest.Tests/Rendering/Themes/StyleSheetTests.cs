using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering.Themes;
using Xunit;

namespace AiDigest.Tests.Rendering.Themes;

public class StyleSheetTests
{
    [Theory]
    [InlineData("a {\n  color: red;\n  top: 0;\n}\n")]
    [InlineData("/* words */\na { } /* more */ b { }")]
    [InlineData("a :hover, a > b , c { x: y }")]
    [InlineData("@media (min-width: 62rem) and ( width > 4px ) { a { b: c ; } }")]
    [InlineData("a { width: calc( 1px + (2px * -3) ); margin: 0 auto !important }")]
    [InlineData("a::before { content: \"a  /* b */ ; }\" / \"\" }")]
    [InlineData("a { content: '\\'  ;'; }")]
    [InlineData("a/**/b { c: d }")]
    [InlineData("@import url(\"x.css\");\n@import url(\"y.css\") ;")]
    [InlineData("a { & b:hover c:focus { d: e } color: f }")]
    [InlineData(":root { --x: { a: b }; --empty:; --y:  1px  2px }")]
    [InlineData("a[ href$='.pdf' ] [b] { c: url(data:x;y) }")]
    [InlineData(".\\31 0 { a: b }")]
    [InlineData("")]
    public void What_is_fine_is_not_reported(string css) => Assert.Empty(Mistakes(css));

    [Theory]
    [InlineData("a { color: red\n  top: 0 }", "1:5 this declaration has two ':'; is a ';' missing before the next one?")]
    [InlineData("a { color }", "1:5 a declaration needs a ':' between its name and its value")]
    [InlineData("a { color: ; }", "1:5 a declaration needs a value")]
    [InlineData("a { b: c;\n", "1:3 this '{' is not closed")]
    [InlineData("a { b: c }\n}", "2:1 nothing is open that this '}' would close")]
    [InlineData("a { b: calc(1px; }", "1:12 this '(' is not closed")]
    [InlineData("@media (x { a { b: c } }", "1:8 this '(' is not closed")]
    [InlineData("a { b: c) }", "1:9 nothing is open that this ')' would close")]
    [InlineData("a { content: \"b }\n", "1:14 this string is not closed")]
    [InlineData("a { b: c } /* d", "1:12 this comment is not closed")]
    [InlineData("a { b: c }\ncolor: red;", "2:1 this is outside of any rule")]
    [InlineData("a { // a remark\n b: c }", "1:5 CSS has only /* comments of this kind */")]
    public void A_mistake_has_its_place(string css, string mistake) => Assert.Equal(mistake, Assert.Single(Mistakes(css)));

    [Theory]
    [InlineData("{")]
    [InlineData("\\")]
    [InlineData("'")]
    [InlineData("a { b: c\\")]
    [InlineData("/*")]
    [InlineData("})];:")]
    public void No_text_makes_it_throw(string css) => Assert.NotEmpty(Mistakes(css));

    private static IEnumerable<string> Mistakes(string css)
    {
        var diagnostics = new List<Diagnostic>();
        StyleSheet.Check(new SourceText("style.css", css), diagnostics);
        return diagnostics.Select(diagnostic => FormattableString.Invariant($"{diagnostic.Line}:{diagnostic.Column} {diagnostic.Message}"));
    }
}
