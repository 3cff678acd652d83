#!/usr/bin/env python3
"""Cuts the fonts to what the app shows.

    cut_fonts.py text INTER.otf LETTERS OUT MISSING   letters of all languages, digits of one width, signs
    cut_fonts.py icons LUCIDE.ttf CODEPOINTS.json ICONS.txt OUT.ttf OUT.h

Layout features and hints go: Dear ImGui uses neither.
"""

import json
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# What the app may have to show in whatever language, as inclusive ranges of code points. The letters
# of its own languages come from i18n/: see font_letters.py.
TEXT_RANGES = [
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1 and Latin Extended-A: names from all of Europe and Turkey
    (0x0400, 0x045F),  # Cyrillic
]
TEXT_SIGNS = (
    "ІіҐґ"  # what Ukrainian adds
    "–—‘’‚“”„«»…•·†‰′″‹›"
    "\u2007\u2009\u2010\u2011\u202f"  # spaces and hyphens that keep words together
    "←↑→↓−×²³°№₸€★☆✓\ufffd"
)


def cut(font, codepoints):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = True  # compresses better, and stb_truetype has less to follow
    options.name_IDs = []
    options.notdef_outline = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "meta", "gasp", "MATH"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codepoints)
    subsetter.subset(font)
    return font


def use_tabular_digits(font):
    """Digits become those of the feature tnum: all of one width, so that times stand in columns."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    replacements = {}
    for index in lookups:
        for part in table.LookupList.Lookup[index].SubTable:
            replacements.update(getattr(part, "ExtSubTable", part).mapping)
    for cmap in font["cmap"].tables:
        for digit in range(ord("0"), ord("9") + 1):
            if digit in cmap.cmap:
                # Tables may be one and the same object: a digit that is replaced stays so.
                cmap.cmap[digit] = replacements.get(cmap.cmap[digit], cmap.cmap[digit])


def save(font, out):
    font["head"].modified = font["head"].created  # the same bytes on every machine
    font.recalcTimestamp = False
    font.save(out)


def cut_text(source, letters, out, missing):
    """Writes to `missing` which of `letters` the font does not have."""
    font = TTFont(source, recalcTimestamp=False)
    use_tabular_digits(font)
    wanted = {point for first, last in TEXT_RANGES for point in range(first, last + 1)}
    wanted |= {ord(sign) for sign in TEXT_SIGNS}
    wanted |= {ord(letter) for letter in Path(letters).read_text(encoding="utf-8")}
    there = font.getBestCmap()
    Path(missing).write_text("".join(chr(point) for point in sorted(wanted) if point not in there), encoding="utf-8")
    save(cut(font, [point for point in wanted if point in there]), out)


def cut_icons(source, codepoints_path, names_path, out, header):
    points = json.loads(Path(codepoints_path).read_text())
    names = Path(names_path).read_text().split()
    unknown = [name for name in names if name not in points]
    if unknown:
        sys.exit(f"{names_path}: Lucide has no icon named {', '.join(unknown)}")
    font = TTFont(source, recalcTimestamp=False)
    save(cut(font, [points[name] for name in names]), out)
    lines = [f"inline constexpr char32_t {name.replace('-', '_')} = {points[name]:#x};" for name in names]
    Path(header).write_text(
        "// Code points of the icons in icons.ttf; made from assets/icons.txt.\n"
        "#pragma once\n\nnamespace ui::icon {\n\n" + "\n".join(lines) + "\n\n}  // namespace ui::icon\n")


if __name__ == "__main__":
    if sys.argv[1] == "text":
        cut_text(*sys.argv[2:])
    else:
        cut_icons(*sys.argv[2:])
