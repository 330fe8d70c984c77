using AiDigest.Core.Rendering.Themes;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>A browser reads the same rules in a style sheet before and after.</summary>
public class MinifiedSheetTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>
    /// What a browser keeps of a sheet, without what a rule may be written with or not: it keeps the text of what it does not compute as it
    /// is.
    /// </summary>
    private const string Rules = """
        texts => texts.map(text => {
            const style = document.createElement('style');
            style.textContent = text;
            document.head.append(style);
            const rules = [...style.sheet.cssRules].map(rule => rule.cssText).join('\n');
            style.remove();
            return rules.replace(/\s*([,:*/{}])\s*/g, '$1').replace(/\s+/g, ' ').replace(/\b0(em|px)\b/g, '0').replace(/\b0\./g, '.').replace(/\b(outline|border):none\b/g, '$1:0');
        })
        """;

    private static readonly string[] Samples =
    [
        "a { color: red; & b:hover c:focus { top: 1px } &:hover { color: blue } .x & { color: green } color: black }",
        ".p { .c { color: red } > .d { color: blue } + .n { color: green } ~ .l { color: pink } }",
        "@layer base, components; @layer base { a { color: red } } @layer x { }",
        "@container card (min-width: 400px) { .x { color: red } } @container (width > 400px) and style(--a: b) { .x { color: red } }",
        "@property --angle { syntax: \"<angle>\"; inherits: false; initial-value: 0deg; }",
        "a { color: color-mix(in srgb, red 50%, blue); background: oklch(70% 0.1 200 / 50%); border-color: rgb(from red r g b / 50%) }",
        "a:has(> b + c):not(.d, .e) , :is(a, b) :where(c) , h1 + h2 > h3 ~ h4 h5 , * + * { color: red }",
        "@media (400px <= width <= 700px) { a { color: red } } @media (width >= 600px) { a { color: red } }",
        "@media not all and (monochrome) { a { color: red } } @media screen and (min-resolution: 2dppx), print and (orientation: "
        + "landscape) { a { color: red } }",
        "@supports selector(:has(a)) and (not (display: inline-grid)) { a { color: red } } @supports (display: grid) or (display: "
        + "-webkit-box) { a { color: red } }",
        "@scope (.a) to (.b) { img { color: red } :scope { color: blue } }",
        "@font-face { font-family: \"X Y\"; src: url(\"x.woff2\") format(\"woff2\") tech(variations), local(\"Z\"); unicode-range: "
        + "U+26, U+0-7F, U+4??; font-display: swap }",
        "a { width: calc(100% - (2 * var(--x, 10px)) + -1px); height: min(10px, 5vw); margin: max(1px, 2em) clamp(1rem, 2vw + 1rem, "
        + "3rem) }",
        "a { margin: -0.5em +.5em 0px 0.0em; z-index: -1; line-height: 1.0; opacity: 0.50; transition: all 0.30s ease-in-out; flex: 1 "
        + "1 0px }",
        "a { grid-template-areas: \"a b\"\n  \"c d\"; grid-template-columns: [full-start] minmax(1rem, 1fr) [main-start] minmax(0, "
        + "40em) [main-end]; grid-area: 1 / 2 / span 3 / auto }",
        "a::before { content: \"a  /* b */ ; }\" / \"alt\"; quotes: \"«\" \"»\" \"„\" \"“\" } a::after { content: counter(x) \". \" "
        + "attr(data-y) }",
        ".\\31 0 , .a\\:b , #\\#x , .\\1F600 { color: red }",
        ":nth-child(2n + 1 of .a, .b) , :nth-last-child(odd) , li:nth-of-type(-n + 3) { color: red }",
        "@keyframes spin { from { transform: rotate(0deg) } 50.5% { transform: rotate(180deg) translate(-50%, calc(-1 * var(--x))) } "
        + "to { transform: rotate(1turn) } }",
        "a { animation: spin 1s steps(4, jump-end) infinite; animation-timeline: scroll(root block) ; animation-range: entry 10% exit "
        + "90% }",
        ":root { --x:  a  b ; --empty:; --str: \"a  b\" ; --neg: -0.5em; --hex: #FFFFFF; --zero: 0px; --url: url(x.png) }",
        "a { background: url(data:image/png;base64,AAAA//BB==) no-repeat center / cover, linear-gradient(to right, rgb(0 0 0 / 0%) "
        + "0%, transparent 100%) }",
        "a { font: italic 600 1.2em/1.5 \"A B\", serif; font-feature-settings: \"liga\" 1, \"kern\" off; aspect-ratio: 16 / 9; inset: "
        + "0 auto auto 0 }",
        "a { color: red !important; margin: 0 ! important } a[href$='.pdf' i] , a[title=\"x  y\"] , a[data-x=y] , [lang|=en] { color: "
        + "red }",
        "@namespace svg url(http://www.w3.org/2000/svg); svg|a { color: red }",
        "@page :first { margin: 1in; @top-right { content: \"x\" counter(page) } }",
        "a { mask: url(\"i.svg\") var(--i, 0) 0 / auto 1em no-repeat; anchor-name: --x; top: anchor(bottom); position-area: top left }",
        "a { width: attr(data-w px, 10px); color: light-dark(#000, #fff); transform: translate( -50% , -50% ) rotate( -45deg ) scale( "
        + "1.0 , .5 ) }",
        "@counter-style x { system: cyclic; symbols: \"–\" ; suffix: \" \" } @starting-style { a { opacity: 0 } }",
        "a { color: RED; COLOR: Blue } @MEDIA Screen { A { color: red } } a:hover{color:red}a :hover{color:blue}",
        "a { content: \"\\201C\" \"\\\"\" '\\'' \"\\A b\" } .a{}.b{color:red}.c{ } a { width: 10Q; margin: 1e3px 1E-2em }",
        "a { margin: 1px/**/2px; width: calc(1px +/* x */ 2px) } /* between */ b/* before */ .c { color: red }",
    ];

    [Fact]
    public async Task What_a_browser_reads_stays_the_same()
    {
        var page = await browser.OpenAsync();
        string[] theme = ["style.css", "math.css"];
        string[] before = [.. theme.Select(name => File.ReadAllText(Path.Combine(Checkout.Root, "templates", "assets", name))), .. Samples];
        var minifier = new Minifier();
        string[] after = [.. before.Select(minifier.StyleSheet)];
        Assert.All(before.Zip(after), pair => Assert.NotEqual(pair.First, pair.Second));
        var rules = await page.EvaluateAsync<string[]>(Rules, before);
        Assert.Equal(rules, await page.EvaluateAsync<string[]>(Rules, after));
        Assert.DoesNotContain("", rules);
        await page.Context.DisposeAsync();
    }
}
