"""Icons are drawn with a round pen: the outlines enclose what the pen covers, no more and no less."""

import math
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from stroke_outlines import stroke_outlines  # noqa: E402


class Polygon:
    """Outlines as many short lines."""

    def __init__(self, first):
        self.points = [first]

    def lineTo(self, point):
        self.points.append(point)

    def curveTo(self, b, c, d):
        a = self.points[-1]
        for i in range(1, 33):
            t, u = i / 32, 1 - i / 32
            self.points.append(a * u ** 3 + 3 * b * u * u * t + 3 * c * u * t * t + d * t ** 3)

    def area(self):
        return sum((a.conjugate() * b).imag for a, b in zip(self.points, self.points[1:] + self.points[:1])) / 2


def polygons(*nodes):
    made = []
    for first, pieces in stroke_outlines(nodes):
        made.append(Polygon(first))
        for piece in pieces:
            piece.draw(made[-1])
    return made


def area(*nodes):
    return -sum(polygon.area() for polygon in polygons(*nodes))


def path(text):
    return ("path", {"d": text})


class StrokeOutlines(unittest.TestCase):
    def test_lines_have_round_ends(self):
        self.assertAlmostEqual(area(path("M5 12h14")), 2 * 14 + math.pi, 2)
        self.assertAlmostEqual(area(("line", {"x1": "2", "x2": "5", "y1": "2", "y2": "6"})), 2 * 5 + math.pi, 2)
        self.assertAlmostEqual(area(path("M12 17h.01")), math.pi, 2)

    def test_circles_are_rings(self):
        self.assertAlmostEqual(area(("circle", {"cx": "12", "cy": "12", "r": "10"})), math.pi * (11 ** 2 - 9 ** 2), 1)
        self.assertAlmostEqual(area(("circle", {"cx": "12", "cy": "12", "r": "1"})), math.pi * 2 ** 2, 2)

    def test_corners_are_round_outside_and_sharp_inside(self):
        ring = 20 * 20 - (4 - math.pi) - 16 * 16
        self.assertAlmostEqual(area(("rect", {"width": "18", "height": "18", "x": "3", "y": "3"})), ring, 2)
        self.assertAlmostEqual(area(path("M3 3v18h18V3z")), ring, 2)
        self.assertAlmostEqual(area(path("M3 3v18h18V3H3")), ring, 2)
        # Of arcs as narrow as the pen nothing is left inside.
        rounded = ("rect", {"width": "18", "height": "18", "x": "3", "y": "3", "rx": "1"})
        self.assertAlmostEqual(area(rounded), 20 * 20 - 4 * (4 - math.pi) - 16 * 16, 2)
        # The two lines of a tick overlap in a square and a part of the pen's circle.
        self.assertAlmostEqual(area(path("M4 4v10h10")), 2 * 20 - 1 + math.pi / 4 + math.pi, 2)

    def test_a_stroke_that_ends_in_another_has_no_round_end_there(self):
        for across in (path("M5 12h14"), path("M4 12q8 0 16 0")):
            for other in (path("M12 12v9"), path("M12 21v-9")):
                self.assertAlmostEqual(area(across, other), area(across) + 2 * 9 + math.pi / 2, 2)
        arc = path("M4 14a8 8 0 0 1 16 0")
        self.assertAlmostEqual(area(arc, path("M12 6v15")), area(arc) + 2 * 15 + math.pi / 2, 2)
        ring = ("circle", {"cx": "12", "cy": "12", "r": "9"})
        self.assertAlmostEqual(area(ring, path("M12 12v9")), area(ring) + 2 * 9 + math.pi / 2, 2)
        # Where two end in one place, one of them stays round; what leads on, stays round too.
        self.assertAlmostEqual(area(path("M4 4h9"), path("M4 4v9")), 2 * 18 + math.pi * 1.5, 2)
        self.assertAlmostEqual(area(path("M4 4h9"), path("M13 4h5")), 2 * 14 + math.pi * 2, 2)

    def test_flags_of_arcs_may_stand_close(self):
        self.assertAlmostEqual(area(path("M4 12a8 8 0 0116 0")), 8 * math.pi * 2 + math.pi, 1)
        self.assertAlmostEqual(area(path("M4 12a8 8 0 1 0 16 0")), 8 * math.pi * 2 + math.pi, 1)

    def test_curves_are_as_wide_as_lines(self):
        # A quarter of a circle, once as an arc and once as curves.
        arc = area(path("M4 12a8 8 0 0 1 8-8"))
        k = 8 * 4 / 3 * math.tan(math.pi / 8)
        self.assertAlmostEqual(area(path(f"M4 12c0-{k} {8 - k}-8 8-8")), arc, 1)
        self.assertAlmostEqual(area(path("M4 12q4 0 8 0")), 2 * 8 + math.pi, 2)

    def test_all_outlines_lead_round_in_one_sense(self):
        # Where two strokes cross, their insides add up and do not cancel each other out.
        for nodes in ([path("M5 12h14"), path("M12 5v14")], [path("M19 12H5"), path("M12 19V5")]):
            self.assertEqual({polygon.area() < 0 for polygon in polygons(*nodes)}, {True})

    def test_what_cannot_be_drawn_is_named(self):
        with self.assertRaisesRegex(ValueError, "<text>"):
            stroke_outlines([("text", {})])


if __name__ == "__main__":
    unittest.main()
