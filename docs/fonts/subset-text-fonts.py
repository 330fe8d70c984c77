"""Makes the text fonts of the default theme, templates/assets/fonts/{serif,italic,sans}-*.woff2, from the npm packages
@fontsource-variable/literata and @fontsource-variable/golos-text, and prints the numbers of the fallback faces in style.css.

    npm install @fontsource-variable/literata @fontsource-variable/golos-text @fontsource/noto-serif @fontsource/roboto
    python3 docs/fonts/subset-text-fonts.py node_modules

Wants fontTools and brotli (Debian: python3-fonttools, python3-brotli) and, for the metrics of Times New Roman and Arial, the fonts that share
them, Liberation Serif and Sans. The ranges here are those of unicode-range in style.css.
"""
import collections
import glob
import os
import sys
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib import instancer
from fontTools.varLib.iup import iup_delta_optimize

MODULES = sys.argv[1]
LIBERATION = sys.argv[2] if len(sys.argv) > 2 else "/usr/share/fonts/truetype/liberation"
FOLDER = "templates/assets/fonts"

# A Cyrillic file of these packages has no space, digit or quotation mark, so no Russian line is set from one file: the two that every
# page needs are made as small as they can be, and what is rare stands in files that load where such a letter occurs.
LATIN = "20-7E A0 A7 A9 AB B0-B3 B7 BB D7 2013 2014 2018-201A 201C-201E 2022 2026 203A 2191 2193 2212"
RUSSIAN = "401 410-44F 451 2116"
LATIN_MORE = "A1-A6 A8 AA AC-AF B4-B6 B8-BA BC-D6 D8-FF 131 152 153 2C6 2DA 2DC 2012 2015 2032 2033 2039 2044 20AC 2122 2215"
LATIN_EXT = "100-130 132-151 154-17F 192 218-21B 1E02-1E03 1E0A-1E0B 1E1E-1E1F 1E80-1E85 1E9E 1EA0-1EF9 2020 2021 2030 20A9 20AB 20BD"
CYRILLIC_MORE = "400 402-40F 450 452-45F 490 491 4B0 4B1"
CYRILLIC_EXT = "460-48F 492-4AF 4B2-52F"

# What nobody emphasises stands beside é in a file of its own.
UNSTRESSED = "23 24 2A 3C-3E 40 5B-60 7B-7E A7 A9 B0-B3 B7 D7 2022 203A 2191 2193 2212"

# Units of an em. The sources have 1000, which costs a tenth of a file and is a tenth of a pixel in the largest heading.
GRID = 500

# How far a point may stand from where the bold master has it, in those units: a fourteenth of a pixel in a title.
SLACK = 1.5

# Kerning costs an eighth of a file, and twice that if it grew with the weight, which nobody sees. Running text is worth it; italics, small print and rare letters are not.
# Forms for Serbian, Romanian or Catalan are left out of the files that every page needs.
KERNED = ["kern"]
RARE = ["locl"]


def characters(ranges):
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def less(ranges, taken):
    return " ".join(f"{one:X}" for one in sorted(set(characters(ranges)) - set(characters(taken))))


def cut(family, file, weight, ranges, features):
    font = TTFont(f"{MODULES}/@fontsource-variable/{family}/files/{family}-{file}.woff2", recalcTimestamp=False)
    options = subset.Options(layout_features=features, hinting=False, glyph_names=False, notdef_outline=True, name_IDs=[0, 1, 2, 4, 6, 14])
    options.drop_tables += ["vhea", "vmtx", "STAT", "MVAR"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=sorted(set(characters(ranges))))
    cutter.subset(font)
    settle_kerning(font)
    font = instancer.instantiateVariableFont(font, {"wght": weight})
    scale_upem(font, GRID)
    settle_weights(font)
    return font


def settle_kerning(font):
    """Keeps of each pair the distance of the regular weight, to 0.4 % of an em."""
    for lookup in font["GPOS"].table.LookupList.Lookup if "GPOS" in font else []:
        for table in (getattr(table, "ExtSubTable", table) for table in lookup.SubTable):
            if table.LookupType != 2:
                continue
            table.ValueFormat1 &= 4
            pairs = [pair.Value1 for group in table.PairSet for pair in group.PairValueRecord] if table.Format == 1 else [
                pair.Value1 for row in table.Class1Record for pair in row.Class2Record]
            for value in filter(None, pairs):
                value.XAdvance = 4 * round(value.XAdvance / 4)
                if hasattr(value, "XAdvDevice"):
                    del value.XAdvDevice


def settle_weights(font):
    """Leaves out how a point moves with the weight where its neighbours tell it well enough."""
    for name, variations in font["gvar"].variations.items() if "gvar" in font else []:
        if font["glyf"][name].isComposite():
            continue
        points, outline = font["glyf"]._getCoordinatesAndControls(name, font["hmtx"].metrics)
        for variation in variations:
            variation.calcInferredDeltas(points, outline.endPts)
            variation.roundDeltas()
            variation.coordinates = iup_delta_optimize(variation.coordinates, points, list(outline.endPts), tolerance=SLACK)


def save(font, name):
    font.flavor = "woff2"
    path = f"{FOLDER}/{name}.woff2"
    font.save(path)
    print(f"{name}.woff2 {os.path.getsize(path)} bytes, {len(font.getBestCmap())} characters")


SUBSETS = [
    ("latin", "latin", LATIN), ("cyrillic", "cyrillic", RUSSIAN), ("latin", "latin-more", LATIN_MORE), ("latin-ext", "latin-ext", LATIN_EXT),
    ("cyrillic", "cyrillic-more", CYRILLIC_MORE), ("cyrillic-ext", "cyrillic-ext", CYRILLIC_EXT),
]

for source, name, ranges in SUBSETS:
    save(cut("literata", source + "-wght-normal", (400, 600), ranges, KERNED if name in ("latin", "cyrillic") else RARE), "serif-" + name)
    save(cut("golos-text", source + "-wght-normal", 430, ranges, ["tnum"] if name in ("latin", "cyrillic") else RARE + ["tnum"]), "sans-" + name)

for source, name, ranges in [("latin", "latin", less(LATIN, UNSTRESSED)), ("cyrillic", "cyrillic", RUSSIAN), ("latin", "latin-more", UNSTRESSED + " " + LATIN_MORE)]:
    save(cut("literata", source + "-wght-italic", 400, ranges, []), "italic-" + name)

# Fallback faces: what the reader sees until ours are there takes as much room as ours. A line must be as long on average (size-adjust, by how often
# each letter occurs in this repository's summaries, for labels in the front matter) and as high (the other three, which size-adjust multiplies). Spaces,
# small letters and the rest are told apart: the space of Times is a fifth too wide where its small letters are a fifth too narrow, so that lines with
# few words and with many would differ, and with them the number of lines.
PAPERS = [open(p, encoding="utf-8").read().split("---", 2) for p in sorted(glob.glob("content/papers/**/*.md", recursive=True))]
SUMMARIES = " ".join(parts[-1] for parts in PAPERS).replace("\n", " ")
LABELS = " ".join(line.partition(":")[2] for parts in PAPERS for line in parts[1].splitlines() if line.partition(":")[0] in ("title", "paper_title", "tags", "arxiv", "date"))
SPACES, SMALL, LATIN_SMALL, CYRILLIC = "20 A0", "61-7A 401-451", "61-7A", "401-451"


def width(fonts, text):
    """Of all these letters, in units of the em; those that no file has count as nothing."""
    total = 0.0
    for letter, count in text.items():
        font = next((f for f in fonts if letter in f.getBestCmap()), None)
        total += count * font["hmtx"][font.getBestCmap()[letter]][0] / font["head"].unitsPerEm if font else 0.0
    return total


def ours(family, weight, style="normal"):
    return [instancer.instantiateVariableFont(TTFont(f"{MODULES}/@fontsource-variable/{family}/files/{family}-{s}-wght-{style}.woff2"), {"wght": weight})
            for s in ("cyrillic", "latin")]


def metrics(name, mine, theirs, text, *groups):
    """One line for each group of letters, and first one for all letters of none."""
    counts = {c: n for c, n in collections.Counter(map(ord, text)).items() if c in set(characters(LATIN + " " + RUSSIAN))}
    taken = {c for group in groups for c in characters(group)}
    hhea, em = mine[0]["hhea"], mine[0]["head"].unitsPerEm
    for group in ("",) + groups:
        chosen = {c: n for c, n in counts.items() if (c in set(characters(group)) if group else c not in taken)}
        scale = width(mine, chosen) / width(theirs, chosen)
        ascent, descent, gap = (round(100 * v / em / scale, 1) for v in (hhea.ascent, -hhea.descent, hhea.lineGap))
        print(f"{name}, {group or 'others'}: size-adjust: {100 * scale:.1f}%; ascent-override: {ascent}%; descent-override: {descent}%; line-gap-override: {gap}%")


def liberation(name):
    return [TTFont(f"{LIBERATION}/Liberation{name}.ttf")]


def package(family, weight):
    return [TTFont(f"{MODULES}/@fontsource/{family}/files/{family}-{s}-{weight}-normal.woff2") for s in ("cyrillic", "latin")]


metrics("serif 400, Times New Roman", ours("literata", 400), liberation("Serif-Regular"), SUMMARIES, SPACES, SMALL)
metrics("serif 600, Times New Roman Bold", ours("literata", 600), liberation("Serif-Bold"), SUMMARIES, SPACES, SMALL)
metrics("italic 400, Times New Roman Italic", ours("literata", 400, "italic"), liberation("Serif-Italic"), SUMMARIES, SPACES, SMALL)
metrics("serif 400, Noto Serif", ours("literata", 400), package("noto-serif", 400), SUMMARIES)
metrics("serif 600, Noto Serif Bold", ours("literata", 600), package("noto-serif", 700), SUMMARIES)
metrics("sans, Arial", ours("golos-text", 430), liberation("Sans-Regular"), LABELS, SPACES, LATIN_SMALL, CYRILLIC)
metrics("sans, Roboto", ours("golos-text", 430), package("roboto", 400), LABELS, SPACES + " " + CYRILLIC)
