using Acornima;
using Acornima.Ast;
using AiDigest.Tests.Repository;
using Xunit;
using Script = AiDigest.Core.Rendering.Script;

namespace AiDigest.Tests.Rendering;

/// <summary>What comes out is held against the parser of Jint's: it must be the same tree.</summary>
public class ScriptTests
{
    [Theory]
    [InlineData("// words\nlet a = 1;  // more\n\n\n  let b = [ 2, 3 ];\n", "let a=1;let b=[2,3];")]
    [InlineData("f({\n  a: 1,\n  b: x => { return x; },\n});\n", "f({a:1,b:x=>{return x;},});")]
    [InlineData("let a = b\nlet c = d\n;[1, 2].map(f)", "let a=b\nlet c=d;[1,2].map(f)")]
    [InlineData("a\n++b", "a\n++b")]
    [InlineData("function f() {\n  return\n  1\n}", "function f(){return\n1}")]
    [InlineData("a + +b - -c + ++d - --e", "a + +b - -c + ++d - --e")]
    [InlineData("a in b; typeof c; void 0", "a in b;typeof c;void 0")]
    [InlineData("'a  // b'; \"/* c  */\"; `d  ${ e + `f  ${ g }` }  // h`", "'a  // b';\"/* c  */\";`d  ${e + `f  ${g}`}  // h`")]
    [InlineData("a = /[/\"  ]\\/  '/g.test(b) / 2 / c", "a=/[/\"  ]\\/  '/g.test(b)/ 2 / c")]
    [InlineData("if (a) /  b{2}  '/.test(c); (d) / e / f", "if(a)/  b{2}  '/.test(c);(d)/ e / f")]
    [InlineData("x.return / 2 / y; return_ / 'a  b' / c", "x.return / 2 / y;return_ / 'a  b' / c")]
    [InlineData("a ? .5 : b?.c ?? 1 .toString()", "a? .5:b?.c??1 .toString()")]
    [InlineData("/*! licence */\n/* note */ a /* x\n y */ b", "/*! licence */\na\nb")]
    [InlineData("'a\\\n  b' + 'c\\'  d'", "'a\\\n  b' + 'c\\'  d'")]
    [InlineData("class A { #x = 1; static y; static { A.y = 2 }\n get z() { return #x in this } }", "class A{#x=1;static y;static{A.y=2}\nget z(){return #x in this}}")]
    [InlineData("for (const [a, b] of c) if (a) break\nelse continue", "for(const[a,b]of c)if(a)break\nelse continue")]
    [InlineData("", "")]
    public void What_only_its_author_reads_is_left_out(string script, string minified)
    {
        Assert.Equal(minified, Script.Minify(script));
        Assert.Equal(minified, Script.Minify(minified));
    }

    /// <summary>A slash of which only a parser could tell what it is, what is no script, and ways of writing that are older than the language.</summary>
    [Theory]
    [InlineData("let a = {}  / 2")]
    [InlineData("a++  / 2 / b")]
    [InlineData("await  /a/")]
    [InlineData("for await (const a of b)  /'/.test(a)")]
    [InlineData("while (n --> 0)  f()")]
    [InlineData("<!-- old\na  = 1")]
    [InlineData("#!/usr/bin/env node\na  = 1")]
    [InlineData("a  = 'b")]
    [InlineData("a  = `b ${ c")]
    [InlineData("a  = /b\n")]
    [InlineData("a  = (b]")]
    [InlineData("f(  {")]
    [InlineData("a  }")]
    [InlineData("a  /* b")]
    public void What_it_cannot_tell_it_leaves_alone(string script) => Assert.Equal(script, Script.Minify(script));

    [Theory]
    [InlineData("templates/assets/site.js", 0.8)]
    [InlineData("src/AiDigest.Core/Formulas/temml/temml-0.13.5.min.js", 1)]
    public void A_whole_script_stays_the_same_script(string path, double most)
    {
        var script = File.ReadAllText(Checkout.PathOf(path));
        var minified = Script.Minify(script);
        Assert.True(minified.Length <= script.Length * most, $"{script.Length} {minified.Length}");
        Assert.Equal(Tree(script), Tree(minified));
    }

    /// <summary>Cut anywhere, most of these are broken: what comes out then is the same or has the same tokens, and nothing throws.</summary>
    [Fact]
    public void No_text_makes_it_throw()
    {
        var script = File.ReadAllText(Checkout.PathOf("templates/assets/site.js"));
        for (var end = 0; end < script.Length; end += 7)
        {
            var minified = Script.Minify(script[..end]);
            Assert.Equal(Letters(script[..end], minified), Letters(minified, minified));
        }

        static string Letters(string text, string minified) => minified == text ? "" : string.Concat(Tokens(text));
    }

    private static List<string> Tokens(string script)
    {
        var tokens = new List<string>();
        try
        {
            new Parser(new ParserOptions { OnToken = (in Token token) => tokens.Add(script[token.Start..token.End]) }).ParseScript(script);
        }
        catch (ParseErrorException)
        {
            // Cut off: the tokens before count.
        }

        return tokens;
    }

    private static List<string> Tree(string script)
    {
        var nodes = new List<string>();
        Walk(new Parser().ParseScript(script));
        return nodes;

        void Walk(Node node)
        {
            nodes.Add(node switch
            {
                Literal literal => node.Type + " " + literal.Raw,
                Identifier identifier => node.Type + " " + identifier.Name,
                TemplateElement element => node.Type + " " + element.Value.Raw,
                _ => node.Type.ToString(),
            });
            foreach (var child in node.ChildNodes)
            {
                Walk(child);
            }
        }
    }
}
