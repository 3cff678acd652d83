"""The outlines must be such as can be filled: tests of what makes them so."""

import os
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import cut_land  # noqa: E402


class CutLand(unittest.TestCase):
    def test_a_ring_that_crosses_itself_loses_the_shorter_way(self):
        bow = [(0, 0), (10, 0), (10, 10), (4, 10), (6, 12), (6, 9), (0, 8)]
        ring = cut_land.simple(bow)
        self.assertGreaterEqual(len(ring), 4)
        sides = list(zip(ring, ring[1:] + ring[:1]))
        for i, (a, b) in enumerate(sides):
            for j in range(i + 2, len(sides) - (i == 0)):
                self.assertFalse(cut_land.cross(a, b, *sides[j]))

    def test_spikes_and_points_on_a_line_are_left_out(self):
        self.assertEqual(cut_land.simple([(0, 0), (5, 0), (10, 0), (10, 10), (10, 20), (10, 10), (0, 10)]),
                         [(0, 0), (10, 0), (10, 10), (0, 10)])

    def test_a_ring_goes_on_beyond_the_date_line(self):
        ring = cut_land.unwrapped([(170, 60), (-175, 65), (160, 70)])
        self.assertEqual(ring, [(170, 60), (185, 65), (160, 70)])

    def test_steps_lead_from_point_to_point_and_fit_into_a_byte(self):
        grid = [(700, -300), (701, -300), (300, 20)]
        x = y = 0
        reached = []
        for dx, dy, there in cut_land.steps(grid):
            self.assertLessEqual(max(abs(dx), abs(dy)), 127)
            x, y = x + dx, y + dy
            if there:
                reached.append((x, y))
        self.assertEqual(reached, grid)


if __name__ == "__main__":
    unittest.main()
