"""Makes templates/assets/fonts/math.woff2, math-more.woff2 and math-letters.woff2 from Asana Math, whose file is the one argument.

Wants fontTools and brotli (Debian: python3-fonttools, python3-brotli). The subsets bear names of their own, as the licence asks.
The ranges of LETTERS and of what is in CORE but not in COMMON are those of unicode-range in templates/assets/math.css.
"""
import sys
from fontTools import subset
from fontTools.ttLib import TTFont

CORE = """
    20-7E A0 A7 AC B0 B1 B5 B7 D7 F7 131 237 2C6 2C7 2D8-2DC 300-30C 311 332 338 391-3A9 3B1-3C9 3D1 3D5 3D6 3F0 3F1 3F5 3F6  2009
    200A 2016 2020-2022 2026 2032-2037 203E 2061-2064 20D6 20D7 210B-210C 210E-2113 2118 211B-211D 2110-2112 2115 2119 211A 2124 2126
    2127 2128 212C 212D 2130 2131 2133 2134 2135-2138 2145-2149  2190-2199 219D 21A0 21A3 21A6 21A9 21AA 21BC-21C1 21C4 21C6 21CB 21CC
    21D0-21D5 21D2 21DD 2200-220F 2210-221E 2220-222E 2234-2237 223C 2240 2241 2243 2245 2248 224A 224D 2250-2257 225C 2260-2265
    226A-226B 2270-2273 227A-227B 227C 227D 2280-2289 228E-2298 229A-229D 229E-22A5 22A8 22A9 22AB 22B2-22B5 22C0-22C6 22C8 22CA 22D0
    22D1 22EE-22F1 2308-230B 23B4 23B5 23DC-23DF 25A0 25A1 25B3 25B5 25B9 25BD 25C3 25CA 25CB 25CF 2605 2660-2663 2713 27E8 27E9 27EE
    27EF 27F5-27FA 27FC 2A00-2A02 2A04 2A06 2A3F 2A7D 2A7E 2A85-2A88 2AAF 2AB0 2254 2A74 2225 2223 29F5 2B1A 27C2 22CC  1D434-1D467
    1D6A4 1D6A5 1D6E2-1D71B
"""

# What most formulas are made of; the rest of CORE loads where it stands.
COMMON = """
    20 21 25 28-3F 41-5E 61-7E A0 B1 B7 D7 2026 2032 2061-2064 210E 2113 2192 2202 2207 2208 220F 2211 2212 2217 221A 221E 2223 2225 222B 223C 2248 2260 2264 2265
    22C5 22EF 391-3A9 3B1-3C9 3D1 3D5 3F5 1D434-1D467 1D6E2-1D71B
"""

LETTERS = """
    1D400-1D433 1D468-1D49B 1D49C-1D503 1D504-1D56B 1D5A0-1D5D3 1D670-1D6A3 1D6A8-1D6E1 1D71C-1D755 1D7CE-1D7EB 1D7F6-1D7FF 210B-210D
    2110-2112 2115 2118-211D 2124 2128 212C 212D 2130 2131 2133 2134 2102
"""


def characters(ranges):
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def make(chosen, path, family):
    options = subset.Options(layout_features=["kern"], flavor="woff2", hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["FFTM", "GDEF", "DSIG", "feat", "morx"]
    font = TTFont(sys.argv[1], recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=chosen)
    subsetter.subset(font)
    for name in font["name"].names:
        name.string = {1: family, 2: "Regular", 3: family + ", a subset", 4: family, 6: family.replace(" ", "")}.get(name.nameID, name.toUnicode())
    cff = font["CFF "].cff
    cff.fontNames = [family.replace(" ", "")]
    for key in ("FullName", "FamilyName"):
        if hasattr(cff.topDictIndex[0], key):
            setattr(cff.topDictIndex[0], key, family)
    font.flavor = "woff2"
    font.save(path)


letters = set(characters(LETTERS))
core, common = set(characters(CORE)) - letters, set(characters(COMMON)) - letters
make(sorted(core & common), "templates/assets/fonts/math.woff2", "AI Digest Math")
make(sorted(core - common), "templates/assets/fonts/math-more.woff2", "AI Digest Math More")
make(sorted(letters), "templates/assets/fonts/math-letters.woff2", "AI Digest Math Letters")
