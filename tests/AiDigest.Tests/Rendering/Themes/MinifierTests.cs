using AiDigest.Core.Rendering.Themes;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Rendering.Themes;

/// <summary>
/// What comes out says the same as what went in, or is what went in. That sheets do, a browser says
/// (<see cref="Reading.MinifiedSheetTests"/>).
/// </summary>
public class MinifierTests
{
    [Theory]
    [InlineData("a {\n  color: red;\n  top: 0;\n}\n", "a{color:red;top:0}")]
    [InlineData("/* words */\na { } /* more */ b { }", "a{}b{}")]
    [InlineData("a :hover, a > b , c { x: y }", "a :hover,a>b,c{x:y}")]
    [InlineData(
        "a { color: #ffffff; background: red; width: calc( 1px + (2px * -3) ) }",
        "a{color:#ffffff;background:red;width:calc(1px + (2px*-3))}")]
    [InlineData("/*! licence */ a { b: c }", "/*! licence */\na{b:c}")]
    [InlineData("", "")]
    public void A_sheet_loses_what_only_its_author_reads(string css, string minified) =>
        Assert.Equal(minified, new Minifier().StyleSheet(css));

    /// <summary>What NUglify does not know, and what has a mistake by our own reading.</summary>
    [Theory]
    [InlineData("a { width: if(style(--x: 1): 1px; else: 2px) }")]
    [InlineData("a  { b: c ")]
    [InlineData("a  { b }")]
    public void A_sheet_that_it_cannot_tell_is_left_alone(string css) => Assert.Equal(css, new Minifier().StyleSheet(css));

    [Theory]
    [InlineData("// words\nlet a = 1;  // more\n\n\n  let b = [ 2, 3 ];\n", "let a=1;let b=[2,3]")]
    [InlineData("f({\n  a: 1,\n  b: x => { return x; },\n});\n", "f({a:1,b:x=>{return x}})")]
    [InlineData("let a = b\nlet c = d\n;[1, 2].map(f)", "let a=b;let c=d;[1,2].map(f)")]
    [InlineData("a\n++b", "a;++b")]
    [InlineData("function f() {\n  return\n  1\n}", "function f(){return;1}")]
    [InlineData("a + +b - -c + ++d - --e", "a+ +b- -c+ ++d- --e")]
    [InlineData("'a  // b'; \"/* c  */\"; `d  ${ e + `f  ${ g }` }  // h`", "'a  // b';\"/* c  */\";`d  ${e+`f  ${g}`}  // h`")]
    [InlineData("a = /[/\"  ]\\/  '/g.test(b) / 2 / c", "a=/[/\"  ]\\/  '/g.test(b)/2/c")]
    [InlineData("if (a) /  b{2}  '/.test(c); (d) / e / f", "if(a)/  b{2}  '/.test(c);(d)/e/f")]
    [InlineData("/*! licence */\n/* note */ a /* x\n y */ ; b", "/*! licence */\na;b")]
    [InlineData(
        "class A { #x = 1; static y; static { A.y = 2 }\n get z() { return #x in this } }",
        "class A{#x=1;static y;static{A.y=2}get z(){return #x in this}}")]
    [InlineData("for (const [a, b] of c) if (a) break\nelse continue", "for(const[a,b]of c)if(a)break;else continue")]
    [InlineData("const [a, , b = 2, ...c] = d, { e: { f }, ...g } = h; [,,1]; [ , ]", "const[a,,b=2,...c]=d,{e:{f},...g}=h;[,,1];[,]")]
    [InlineData(
        "for (;a;) b(); for (;;c) d(); (function f() { })(); (function (f) { })()",
        "for(;a;)b();for(;;c)d();(function f(){})();(function(f){})()")]
    [InlineData(
        "import a, { b as c } from \"./x.js\";\nexport const d = await a;", "import a,{b as c}from\"./x.js\";export const d=await a")]
    [InlineData("", "")]
    public void A_script_loses_what_only_its_author_reads(string script, string minified) =>
        Assert.Equal(minified, new Minifier().Script(script));

    /// <summary>What NUglify 1.23.6 makes another script of, without a word in most cases, and what is no script.</summary>
    [Theory]
    [InlineData("export  {};")]
    [InlineData("a = 1  .toString()")]
    [InlineData("function* g() { const x = yield; yield\nx }")]
    [InlineData("class A { accessor }")]
    [InlineData("#!/usr/bin/env node\na  = 'b")]
    [InlineData("a  = `b ${ c")]
    [InlineData("a  = (b]")]
    [InlineData("f(  {")]
    [InlineData("a  }")]
    [InlineData("a  /* b")]
    public void A_script_that_would_be_another_one_is_left_alone(string script) => Assert.Equal(script, new Minifier().Script(script));

    /// <summary>That these differ is what the others rest on.</summary>
    [Theory]
    [InlineData("a\n++b", "a++;b")]
    [InlineData("(a, b).c", "a, b.c")]
    [InlineData("[a, , b]", "[, a, b]")]
    [InlineData("const [, a] = b", "const [a, ,] = b")]
    [InlineData("for (a;;) b", "for (;;a) b")]
    [InlineData("(function a() {})", "(function (a) {})")]
    [InlineData("if (a); b", "if (a) b")]
    [InlineData("a?.b.c", "(a?.b).c")]
    [InlineData("'use strict'", "('use strict')")]
    [InlineData("`a`", "`\\x61`")]
    [InlineData("async x => x", "async (x), x")]
    [InlineData("a = b ? (c, d) : e", "a = b ? c : d, e")]
    [InlineData("new (a())", "new a()")]
    [InlineData("x = a - -b", "x = a - b")]
    public void The_form_of_a_script_tells_it_from_another_one(string one, string other)
    {
        var form = ScriptForm.Of(one, isModule: false);
        Assert.NotNull(form);
        Assert.NotEqual(form, ScriptForm.Of(other, isModule: false));
    }

    [Fact]
    public void The_scripts_and_sheets_of_the_theme_are_minified()
    {
        foreach (var (path, most) in new[] { ("site.js", 0.75), ("style.css", 0.77), ("math.css", 0.85) })
        {
            var text = File.ReadAllText(Path.Combine(Checkout.Root, "templates", "assets", path));
            var minified = path.EndsWith(".js", StringComparison.Ordinal) ? new Minifier().Script(text) : new Minifier().StyleSheet(text);
            Assert.InRange(minified.Length, text.Length / 2, text.Length * most);
        }
    }

    /// <summary>Cut anywhere, most of these are broken.</summary>
    [Theory]
    [InlineData("site.js", 7)]
    [InlineData("math.css", 97)]
    public void No_text_makes_it_throw(string name, int step)
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, "templates", "assets", name));
        for (var end = 0; end < text.Length; end += step)
        {
            var part = text[..end];
            Assert.NotNull(name.EndsWith(".js", StringComparison.Ordinal) ? new Minifier().Script(part) : new Minifier().StyleSheet(part));
        }
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("!", "1")]
    [InlineData("a => ", "1")]
    [InlineData("if (a) ", "1")]
    [InlineData("a + ", "1")]
    [InlineData("a.", "b")]
    [InlineData("`${", "}`")]
    public void Depth_is_bounded(string open, string close)
    {
        foreach (var count in new[] { 1_100, 200_000 })
        {
            var script = string.Concat(Enumerable.Repeat(open, count)) + " 1 "
                + (close == "1" || close == "b" ? close : string.Concat(Enumerable.Repeat(close, count)));
            Assert.Equal(script, new Minifier().Script(script));
        }
    }

    [Theory]
    [InlineData("a{", "}")]
    [InlineData("a{b:c(", ")}")]
    [InlineData("@media (a){", "}")]
    public void Depth_of_sheets_is_bounded(string open, string close)
    {
        foreach (var count in new[] { 110, 100_000 })
        {
            var sheet = string.Concat(Enumerable.Repeat(open, count)) + " " + string.Concat(Enumerable.Repeat(close, count));
            Assert.Equal(sheet, new Minifier().StyleSheet(sheet));
        }
    }

    [Fact]
    public void What_is_known_is_not_minified_again()
    {
        var minifier = new Minifier((text, isScript) => text == "a  = 1" && isScript ? "known" : null);
        Assert.Equal("known", minifier.Script("a  = 1"));
        Assert.False(minifier.HasNew);
        Assert.Equal("a{b:c}", minifier.StyleSheet("a { b: c }"));
        Assert.True(minifier.HasNew);
        Assert.Equal(2, minifier.All.Count);
    }
}
