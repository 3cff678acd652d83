#!/usr/bin/env python3
"""Cuts the fonts to what the app shows.

    cut_fonts.py text INTER.otf LETTERS OUT MISSING   letters of all languages, digits of one width, signs
    cut_fonts.py icons LUCIDE ICONS.txt OUT.otf OUT.h  the icons as strokes of a pen, out of Lucide's folder

Layout features and hints go: Dear ImGui uses neither.
"""

import io
import json
import sys
from pathlib import Path

from fontTools import subset
from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

sys.dont_write_bytecode = True
from stroke_outlines import stroke_outlines  # noqa: E402

# To how many parts of an em places of points are rounded: a tenth of a pixel in the largest letters of a phone,
# a twentieth of the width of a line in an icon. Smaller numbers are fewer bytes.
TEXT_UNITS = 1024
ICON_UNITS = 480
ICON_SQUARE = 24  # in which Lucide draws

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


def with_units(font, units):
    """Every point rounded once, to the nearest of `units` parts of an em, and written in the fewest operators."""
    factor = units / font["head"].unitsPerEm
    glyphs, drawn = font.getGlyphSet(), {}
    for name in font.getGlyphOrder():
        drawn[name] = T2CharStringPen(None, None)
        glyphs[name].draw(TransformPen(drawn[name], (factor, 0, 0, factor, 0, 0)))
    scale_upem(font, units)
    top = font["CFF "].cff.topDictIndex[0]
    for name, pen in drawn.items():
        width = font["hmtx"][name][0]
        said = [] if width == top.Private.defaultWidthX else [width - top.Private.nominalWidthX]
        top.CharStrings[name].setProgram(said + pen.getCharString().program)
    return font


def without_width(program):
    """A glyph's program without the width it may begin with."""
    first = next(at for at, part in enumerate(program) if isinstance(part, str))
    return program[first - {"rmoveto": 2, "hmoveto": 1, "vmoveto": 1, "endchar": 0}[program[first]]:]


def without_names(font):
    """Glyphs by number alone: their names would be a twelfth of the file. In the order of their code points, the
    table of which is short then; and their widths stand in hmtx, which is what is read of an OpenType font."""
    written = io.BytesIO()
    font.save(written)
    font = TTFont(io.BytesIO(written.getvalue()), recalcTimestamp=False)
    point_of = {name: point for point, name in sorted(font.getBestCmap().items(), reverse=True)}
    former = sorted(font.getGlyphOrder(), key=lambda name: (name != ".notdef", point_of.get(name, 0)))
    names = [".notdef"] + [f"cid{number:05d}" for number in range(1, len(former))]
    new = dict(zip(former, names))
    for table in font["cmap"].tables:
        table.cmap = {point: new[name] for point, name in table.cmap.items()}
    font["hmtx"].metrics = {new[name]: metric for name, metric in font["hmtx"].metrics.items()}
    top = font["CFF "].cff.topDictIndex[0]
    strings = top.CharStrings
    programs = {}
    for name in former:
        strings[name].decompile()
        programs[new[name]] = without_width(strings[name].program)
    part = FontDict()
    part.Private = top.Private
    del top.Private
    top.rawDict.pop("Private", None)
    top.ROS, top.CIDCount = ("Adobe", "Identity", 0), len(names)
    top.FDArray, top.FDSelect = FDArrayIndex(), FDSelect()
    top.FDArray.append(part)
    top.FDSelect.format, top.FDSelect.gidArray = 3, [0] * len(names)
    strings.fdArray, strings.fdSelect = top.FDArray, top.FDSelect
    # The drawings keep their places in the file's list: each place gets what its new name stands for.
    strings.charStrings = dict(zip(names, sorted(strings.charStrings.values())))
    top.charset = names
    font.setGlyphOrder(names)
    for name, program in programs.items():
        strings[name].setProgram(program)
    return font


def save(font, out):
    font = without_names(font)
    font["head"].modified = font["head"].created  # the same bytes on every machine
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
    save(with_units(cut(font, [point for point in wanted if point in there]), TEXT_UNITS), out)


class IconPen:
    """From the square of an icon, with y downwards, to the units of the font."""

    def __init__(self, pen):
        self.pen = pen

    def place(self, point):
        return point.real * ICON_UNITS / ICON_SQUARE, (ICON_SQUARE - point.imag) * ICON_UNITS / ICON_SQUARE

    def lineTo(self, point):
        self.pen.lineTo(self.place(point))

    def curveTo(self, *points):
        self.pen.curveTo(*map(self.place, points))


def drawn_icon(nodes):
    pen = T2CharStringPen(None, None)
    inside = IconPen(pen)
    for first, pieces in stroke_outlines(nodes):
        pen.moveTo(inside.place(first))
        for piece in pieces:
            piece.draw(inside)
        pen.closePath()
    return pen.getCharString()


def cut_icons(lucide, names_path, out, header):
    lucide = Path(lucide)
    points = json.loads((lucide / "font/codepoints.json").read_text())
    nodes = json.loads((lucide / "icon-nodes.json").read_text())
    names = Path(names_path).read_text().split()
    unknown = [name for name in names if name not in points]
    if unknown:
        sys.exit(f"{names_path}: Lucide has no icon named {', '.join(unknown)}")
    # A former name has the point of the new one, which the drawing stands under.
    drawing = {points[name]: of_name for name, of_name in nodes.items()}
    order = [".notdef"] + [f"u{points[name]:x}" for name in names]
    strings = {".notdef": T2CharStringPen(None, None).getCharString()}
    strings |= {f"u{points[name]:x}": drawn_icon(drawing[points[name]]) for name in names}
    builder = FontBuilder(ICON_UNITS, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({points[name]: f"u{points[name]:x}" for name in names})
    builder.setupCFF("Icons", {}, strings, {"defaultWidthX": ICON_UNITS})
    builder.setupHorizontalMetrics({name: (ICON_UNITS, 0) for name in order})
    builder.setupHorizontalHeader(ascent=ICON_UNITS, descent=0)
    builder.setupOS2(sTypoAscender=ICON_UNITS, usWinAscent=ICON_UNITS)
    builder.setupPost(keepGlyphNames=False)
    builder.setupNameTable({})  # browsers take no font without one
    builder.font["head"].created = 3_870_000_000  # some day in seconds since 1904
    save(builder.font, out)
    lines = [f"inline constexpr char32_t {name.replace('-', '_')} = {points[name]:#x};" for name in names]
    Path(header).write_text(
        "// Code points of the icons in icons.otf; made from assets/icons.txt.\n"
        "#pragma once\n\nnamespace ui::icon {\n\n" + "\n".join(lines) + "\n\n}  // namespace ui::icon\n")


if __name__ == "__main__":
    if sys.argv[1] == "text":
        cut_text(*sys.argv[2:])
    else:
        cut_icons(*sys.argv[2:])
