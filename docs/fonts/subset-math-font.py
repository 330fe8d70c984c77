"""Makes templates/assets/fonts/math*.woff2 from Asana Math, whose file is the one argument, and prints their sizes and the values of unicode-range in math.css.

Wants fontTools and brotli (Debian: python3-fonttools, python3-brotli). The subsets bear names of their own, as the licence asks.
"""
import os
import sys
from fontTools import subset
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

# Every page with formulas loads this: digits, signs, italic Latin and Greek. Upright letters (log, max, words) come from the font of the text.
# Chromium stretches only signs of the first font, so the ones that papers stretch are all here.
COMMON = """
    20 21 25 28-3F 5B-5E 7B-7E A0 B1 B7 D7 2C6 2016 2026 2032 203E 2061-2064 210E 2113 2190 2192 2208 220F 2211 2212 2217 221A 221E 2223 2225 222B 223C 2248
    2260 2264 2265 22A4 22C5 22EF 1D434-1D467
    2308-230B 23DE 23DF 27E8 27E9 22C2 22C3
    393 394 398 39B 3A0 3A3 3A6 3A9 2202 2207 1D6FC-1D703 1D705-1D709 1D70B 1D70C 1D70E 1D70F 1D711-1D716 1D719
"""

# Pages whose formulas are letters, signs and indices in a row load this in its place: the same drawings without variants of tall and wide signs.
# Markdown/Formulas/FormulaFont.cs has the same list.
PLAIN = """
    20 21 25 28-3F 5B-5E 7B-7E A0 B1 B7 D7 2026 2032 2061-2064 210E 2113 2190 2192 2202 2207 2208 2212 2217 221E 2223 2225 223C 2248
    2260 2264 2265 22A4 22C5 22EF 1D434-1D467 393 394 398 39B 3A0 3A3 3A6 3A9 1D6FC-1D703 1D705-1D709 1D70B 1D70C 1D70E 1D70F 1D711-1D714
"""

# The rest loads where such a sign stands, most read first. Upright small Greek is in none: Chromium asks for a letter's face before it makes the
# letter italic, so each λ would fetch two files; what is upright for once is drawn by a font of the system.
CAPITALS = "2102 210B 210D 2110 2112 2115 2119 211A 211B 211D 2124 212C 2130 2131 2133 1D49C-1D4B5 1D538-1D551 1D7D9"
SIGNS = """
    24 AC F7 2020 2022 210F 2135 2191 2193 21A6 21D2 21D4 2200 2203 2205 2209 2213 2216 2218 221D 2227-222A 2243 2245 2254 2261 226A 226B 2282 2283 2286 2287
    2295 2297 2299 22A2 22A5 22C2 22C3 22C6 22EE 22F1 2308-230B 23DE 23DF 27E8 27E9 27F6 2A01 2A7D 2A7E
"""
BOLD = "1D400-1D433 1D468-1D49B 1D7CE-1D7D7"
LETTERS = """
    210C 2111 2118 211C 2128 212D 212F 2134 1D4B6-1D537 1D552-1D56B 1D5A0-1D5D3 1D670-1D6A3 1D6A8-1D6E1 1D71C-1D755 1D7D8 1D7DA-1D7EB 1D7F6-1D7FF
"""
MORE = """
    22-24 26 27 40 5F 60 A7 AC B0 B5 F7 131 237 2C7 2D8-2DC 300-30C 311 332 338 2009
    200A 2020-2022 2033-2037 20D6 20D7 210F 2126 2127 2135-2138 2145-2149 2191 2193-2199 219D 21A0 21A3 21A6 21A9 21AA 21BC-21C1 21C4 21C6 21CB 21CC
    21D0-21D5 21DD 2200 2201 2203-2206 2209-220E 2210 2213-2216 2218 2219 221B-221D 2220-2222 2224 2226-222A 222C-222E 2234-2237 2240 2241 2243 2245
    224A 224D 2250-2257 225C 2261-2263 226A 226B 2270-2273 227A-227D 2280-2289 228E-2298 229A-22A3 22A5 22A8 22A9 22AB 22B2-22B5 22C0-22C4 22C6 22C8
    22CA 22CC 22D0 22D1 22EE 22F0 22F1 2254 2308-230B 23B4 23B5 23DC-23DF 25A0 25A1 25B3 25B5 25B9 25BD 25C3 25CA 25CB 25CF 2605 2660-2663 2713 27C2 27E8 27E9
    27EE 27EF 27F5-27FA 27FC 29F5 2A00-2A02 2A04 2A06 2A3F 2A74 2A7D 2A7E 2A85-2A88 2AAF 2AB0 2B1A 39E 3A5 3A8 1D6A4 1D6A5 1D6E2-1D6FB 1D704 1D70A 1D70D 1D710 1D717 1D718 1D71A 1D71B
"""

# Units of an em: the source has 1000, which costs a tenth of a file.
GRID = 400

# Units by which pieces of a bracket overlap more than the table says, where their ends are short: rounding must leave no hair of light between them.
SEAM = 3


def characters(ranges):
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def spans(chosen):
    found = []
    for one in sorted(chosen):
        if found and found[-1][1] == one - 1:
            found[-1][1] = one
        else:
            found.append([one, one])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in found)


def redraw(font):
    """Curves that have become straight or level on the coarser grid take fewer numbers.

    Integrals within a line become shorter, as in TeX: at 1.33 em they would pass for the large ones of a line of their own.
    """
    axis = font["MATH"].table.MathConstants.AxisHeight.Value if "MATH" in font else 0
    integrals = {font.getBestCmap().get(one) for one in range(0x222B, 0x2234)}
    glyphs, strings = font.getGlyphSet(), font["CFF "].cff.topDictIndex[0].CharStrings
    for name in font.getGlyphOrder():
        pen = T2CharStringPen(font["hmtx"].metrics[name][0], glyphs)
        if name in integrals:
            glyphs[name].draw(TransformPen(pen, (0.85, 0, 0, 0.85, 0.075 * font["hmtx"].metrics[name][0], 0.15 * axis)))
        else:
            glyphs[name].draw(pen)
        strings[name].setProgram(pen.getCharString(private=strings[name].private).program)


def repair_math(font):
    """Corrects the MATH table of the source, where Chromium cannot build tall or wide signs with it as it is.

    Pieces of brackets overlap by 10 to 35 units, but the table asks for 100, so each assembly was refused and a bracket ended at its largest glyph.
    The last piece of U+23DF has the lengths of its two ends swapped. Bars have bolder glyphs for each size; pieces of the usual bar keep one weight.
    """
    variants = font["MATH"].table.MathVariants
    variants.MinConnectorOverlap = 10
    cmap = font.getBestCmap()
    vertical = dict(zip(variants.VertGlyphCoverage.glyphs, variants.VertGlyphConstruction))
    horizontal = dict(zip(variants.HorizGlyphCoverage.glyphs, variants.HorizGlyphConstruction))
    last = horizontal[cmap[0x23DF]].GlyphAssembly.PartRecords[-1]
    last.StartConnectorLength, last.EndConnectorLength = 35, 0
    font["MATH"].table.MathConstants.DisplayOperatorMinHeight = 1335
    for bar in (0x7C, 0x2016):
        construction = vertical[cmap[bar]]
        construction.MathGlyphVariantRecord = construction.MathGlyphVariantRecord[:1]
        construction.VariantCount = 1
        for part in construction.GlyphAssembly.PartRecords:
            part.glyph = cmap[bar]
            part.FullAdvance, part.StartConnectorLength, part.EndConnectorLength = 885, 295, 295


def scale_math(font, factor):
    """Scales the lengths of the MATH table that scale_upem leaves in the old units: without this, tall signs are torn or too large."""
    table = font["MATH"].table
    constants, variants = table.MathConstants, table.MathVariants

    def scaled(owner, *names):
        for name in names:
            setattr(owner, name, round(getattr(owner, name) * factor))

    scaled(constants, "DelimitedSubFormulaMinHeight", "DisplayOperatorMinHeight")
    scaled(variants, "MinConnectorOverlap")
    for construction in [*(variants.VertGlyphConstruction or []), *(variants.HorizGlyphConstruction or [])]:
        for variant in construction.MathGlyphVariantRecord or []:
            scaled(variant, "AdvanceMeasurement")
        if construction.GlyphAssembly:
            for part in construction.GlyphAssembly.PartRecords:
                scaled(part, "StartConnectorLength", "EndConnectorLength", "FullAdvance")
                if max(part.StartConnectorLength, part.EndConnectorLength) < 20:
                    part.FullAdvance -= SEAM


def make(ranges, taken, file, family, plain=False):
    options = subset.Options(layout_features=[], flavor="woff2", hinting=False, desubroutinize=True, name_IDs=[0, 1, 2, 4, 6, 14], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["FFTM", "GDEF", "GPOS", "GSUB", "DSIG", "feat", "morx", "prop"]
    font = TTFont(sys.argv[1], recalcTimestamp=False)
    repair_math(font)
    if plain:
        font["MATH"].table.MathVariants = None
    chosen = (set(characters(ranges)) & set(font.getBestCmap())) - taken
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(chosen))
    subsetter.subset(font)
    factor = GRID / font["head"].unitsPerEm
    scale_upem(font, GRID)
    if "MATH" in font and font["MATH"].table.MathVariants:
        scale_math(font, factor)
    redraw(font)
    font["name"].names = [name for name in font["name"].names if name.platformID == 3]
    for name in font["name"].names:
        name.string = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", ""), 14: "https://openfontlicense.org"}.get(name.nameID, name.toUnicode())
    cff = font["CFF "].cff
    cff.fontNames = [family.replace(" ", "")]
    for key in ("FullName", "FamilyName"):
        if hasattr(cff.topDictIndex[0], key):
            setattr(cff.topDictIndex[0], key, family)
    font.flavor = "woff2"
    path = f"templates/assets/fonts/{file}.woff2"
    font.save(path)
    print(f"{file}.woff2 {os.path.getsize(path)} bytes\n  {spans(chosen)}")
    return taken | chosen


make(PLAIN, set(), "math-plain", "AI Digest Math Plain", plain=True)
taken = set()
for ranges, file, family in [
    (COMMON, "math", "AI Digest Math"), (CAPITALS, "math-capitals", "AI Digest Math Capitals"),
    (SIGNS, "math-signs", "AI Digest Math Signs"), (BOLD, "math-bold", "AI Digest Math Bold"), (LETTERS, "math-letters", "AI Digest Math Letters"), (MORE, "math-more", "AI Digest Math More"),
]:
    taken = make(ranges, taken, file, family)
