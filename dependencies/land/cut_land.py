"""Cuts the outlines of the continents down to what a small map shows.

    cut_land.py LAND-110M.json OUT.h

Natural Earth's land at 1 : 110,000,000 (public domain) as TopoJSON becomes a list of small whole
numbers. For each ring: 0 for land or 1 for water inside of it; how many steps lead to its first point;
how many there are in all, modulo 128 and divided by it; and the steps, east and north, in units of
STEP degrees, the first from the point 0, 0. All rings go clockwise.
"""

import json
import sys

sys.setrecursionlimit(10_000)  # simple() calls itself once for each repair

STEP = 0.25  # degrees: a point or less on a map of the world
TOLERANCE = 0.4  # degrees that a line may be off
SMALLEST = 14.0  # square degrees: smaller islands and lakes are specks
SOUTHERNMOST = -60  # the ice around the pole takes half of a flat map and says nothing


def decoded_arcs(topology):
    scale_x, scale_y = topology["transform"]["scale"]
    shift_x, shift_y = topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        yield points


def rings(topology):
    """Pairs of a ring and whether it is a hole."""
    arcs = list(decoded_arcs(topology))

    def ring(indices):
        points = []
        for index in indices:
            piece = arcs[index] if index >= 0 else arcs[~index][::-1]
            points.extend(piece if not points else piece[1:])
        return points[:-1]

    geometries = topology["objects"]["land"]["geometries"]
    for geometry in geometries:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for number, indices in enumerate(polygon):
                yield ring(indices), number > 0


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def simplified(points):
    """Ramer, Douglas and Peucker, for a line from its first to its last point."""
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5

    def off(point):
        if length == 0:
            return ((point[0] - ax) ** 2 + (point[1] - ay) ** 2) ** 0.5
        return abs((bx - ax) * (ay - point[1]) - (ax - point[0]) * (by - ay)) / length

    farthest = max(range(1, len(points) - 1), key=lambda i: off(points[i]))
    if off(points[farthest]) <= TOLERANCE:
        return [points[0], points[-1]]
    return simplified(points[: farthest + 1])[:-1] + simplified(points[farthest:])


def cross(a, b, c, d):
    """Whether the lines a-b and c-d meet anywhere but in a common end."""

    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    def between(p, q, r):
        return min(p[0], q[0]) <= r[0] <= max(p[0], q[0]) and min(p[1], q[1]) <= r[1] <= max(p[1], q[1])

    sides = side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)
    if sides[0] * sides[1] < 0 and sides[2] * sides[3] < 0:
        return True
    ends = (a, b, c), (a, b, d), (c, d, a), (c, d, b)
    return any(value == 0 and between(*points) for value, points in zip(sides, ends))


def simple(ring):
    """The ring without what makes it touch or cross itself, or else it cannot be filled: the shorter way
    between the two places is cut off."""
    count = len(ring)
    for i in range(count):
        # A spike, or a point between two others of one line.
        a, b, c = ring[i - 1], ring[i], ring[(i + 1) % count]
        if (b[0] - a[0]) * (c[1] - b[1]) == (b[1] - a[1]) * (c[0] - b[0]):
            return simple(ring[:i] + ring[i + 1 :])
    for i in range(count):
        for j in range(i + 2, count - (i == 0)):
            if cross(ring[i], ring[i + 1], ring[j], ring[(j + 1) % count]):
                inner = ring[i + 1 : j + 1]
                outer = ring[j + 1 :] + ring[: i + 1]
                return simple(max(inner, outer, key=len))
    return ring


def unwrapped(ring):
    """Across the date line the ring goes on beyond 180 degrees."""
    result = []
    for x, y in ring:
        while result and x - result[-1][0] > 180:
            x -= 360
        while result and x - result[-1][0] < -180:
            x += 360
        result.append((x, y))
    around = 360 * round((min(x for x, _ in result) + max(x for x, _ in result)) / 720)
    return [(x - around, y) for x, y in result]


def on_grid(ring):
    grid = []
    for x, y in ring:
        point = (round(x / STEP), round(y / STEP))
        if not grid or point != grid[-1]:
            grid.append(point)
    return grid[:-1] if grid[0] == grid[-1] else grid


def steps(grid):
    """From point to point in steps that fit into a byte each, and whether each ends at a point."""
    result = []
    x = y = 0
    for to_x, to_y in grid:
        while (x, y) != (to_x, to_y):
            parts = max(1, -(-max(abs(to_x - x), abs(to_y - y)) // 127))
            dx, dy = round((to_x - x) / parts), round((to_y - y) / parts)
            x, y = x + dx, y + dy
            result.append((dx, dy, (x, y) == (to_x, to_y)))
    return result


def main(source, out):
    with open(source, encoding="utf-8") as file:
        topology = json.load(file)
    kept = []
    for ring, hole in rings(topology):
        ring = unwrapped(ring)
        if area(ring) < SMALLEST or max(y for _, y in ring) < SOUTHERNMOST:
            continue
        half = max(range(len(ring)), key=lambda i: abs(ring[i][0] - ring[0][0]) + abs(ring[i][1] - ring[0][1]))
        line = simplified(ring[: half + 1])[:-1] + simplified(ring[half:] + ring[:1])[:-1]
        line = simple(on_grid(line))
        if len(line) >= 3:
            kept.append((area(ring), hole, line[::-1] if hole else line))
    kept.sort(key=lambda entry: -entry[0])  # lakes come after the land that they are in
    numbers = []
    for _, hole, ring in kept:
        way = steps(ring)
        lead = next(i for i, step in enumerate(way) if step[2])
        numbers += [int(hole), lead, len(way) % 128, len(way) // 128]
        for dx, dy, _ in way:
            numbers += [dx, dy]
    with open(out, "w", encoding="utf-8") as file:
        file.write("// Outlines of the continents; made by dependencies/land from Natural Earth, public domain.\n")
        file.write("#pragma once\n\nnamespace ui {\n\n")
        file.write(f"inline constexpr double land_step_degrees = {STEP};\n")
        file.write("inline constexpr signed char land_steps[] = {\n")
        for i in range(0, len(numbers), 30):
            file.write("    " + ",".join(map(str, numbers[i : i + 30])) + ",\n")
        file.write("};\n\n}  // namespace ui\n")
    return numbers


if __name__ == "__main__":
    main(*sys.argv[1:])
