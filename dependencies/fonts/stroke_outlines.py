"""Outlines of what is drawn with a round pen: stroke_outlines(nodes) of an icon as Lucide writes it.

Lucide's own font has been traced, with a point every few units: twice as many bytes for softer edges. Here each
stroke keeps the lines and arcs that it is drawn with.
"""

import math
import re

PEN = 1.0  # half the width of the line, in units of the 24 by 24 in which icons are drawn
STRAIGHT = math.radians(4)  # a turn that is none
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")


class Line:
    def __init__(self, start, end):
        self.start, self.end = start, end

    def heading(self, _at_end):
        way = self.end - self.start
        return way / abs(way)

    def beside(self, distance):
        shift = self.heading(False) * 1j * distance
        return Line(self.start + shift, self.end + shift)

    def back(self):
        return Line(self.end, self.start)

    def cut(self, start, end):
        return Line(start, end)

    def draw(self, pen):
        pen.lineTo(self.end)


class Arc:
    """Part of a circle; `turn`: the angle, negative against the sense of positive angles."""

    def __init__(self, centre, radius, first, turn):
        self.centre, self.radius, self.first, self.turn = centre, radius, first, turn

    def at(self, angle):
        return self.centre + self.radius * complex(math.cos(angle), math.sin(angle))

    @property
    def start(self):
        return self.at(self.first)

    @property
    def end(self):
        return self.at(self.first + self.turn)

    def heading(self, at_end):
        angle = self.first + (self.turn if at_end else 0)
        return complex(math.cos(angle), math.sin(angle)) * 1j * math.copysign(1, self.turn)

    def beside(self, distance):
        radius = self.radius - distance * math.copysign(1, self.turn)
        # Narrower than the pen: there is no such side.
        return Arc(self.centre, radius, self.first, self.turn) if radius > 0.02 else None

    def back(self):
        return Arc(self.centre, self.radius, self.first + self.turn, -self.turn)

    def cut(self, start, end):
        if abs(self.turn) > 2 * math.pi - 1e-6:
            return self
        first, last = (angle_of(point - self.centre) for point in (start, end))
        turn = last - first
        while turn * self.turn < 0 or abs(turn) > 2 * math.pi:
            turn += math.copysign(2 * math.pi, self.turn)
        return Arc(self.centre, self.radius, first, turn)

    def draw(self, pen):
        # Cut where the tangent is upright or level: such curves take the fewest bytes.
        last = self.first + self.turn
        low, high = sorted((self.first, last))
        quarter = math.pi / 2
        stops = [i * quarter for i in range(math.ceil(low / quarter), math.floor(high / quarter) + 1)]
        stops = [low] + [stop for stop in stops if low + 0.05 < stop < high - 0.05] + [high]
        if self.turn < 0:
            stops.reverse()
        for one, other in zip(stops, stops[1:]):
            handle = 4 / 3 * math.tan((other - one) / 4) * self.radius * 1j
            from_one, from_other = (complex(math.cos(angle), math.sin(angle)) for angle in (one, other))
            pen.curveTo(self.at(one) + handle * from_one, self.at(other) - handle * from_other, self.at(other))


class Curve:
    def __init__(self, *points):
        self.points = points
        self.start, self.end = points[0], points[3]

    def heading(self, at_end):
        points = self.points[::-1] if at_end else self.points
        way = next(point - points[0] for point in points[1:] if abs(point - points[0]) > 1e-6)
        return way / abs(way) * (-1 if at_end else 1)

    def halves(self):
        a, b, c, d = self.points
        ab, bc, cd = (a + b) / 2, (b + c) / 2, (c + d) / 2
        abc, bcd = (ab + bc) / 2, (bc + cd) / 2
        middle = (abc + bcd) / 2
        return Curve(a, ab, abc, middle), Curve(middle, bcd, cd, d)

    def middle(self):
        return self.halves()[0].end

    def beside(self, distance):
        """One curve with the same headings, which the caller has made short enough to be like it."""
        one, other = self.heading(False), self.heading(True)
        start, end = self.start + one * 1j * distance, self.end + other * 1j * distance
        by = abs(end - start) / max(abs(self.end - self.start), 1e-9)
        return Curve(start, start + one * abs(self.points[1] - self.points[0]) * by,
                     end - other * abs(self.points[3] - self.points[2]) * by, end)

    def pieces(self, depth=0):
        left, right = self.halves()
        across = left.heading(True) * 1j * PEN
        far = max(abs(self.beside(side * PEN).middle() - left.end - side * across) for side in (1, -1))
        return [self] if far < 0.03 or depth == 4 else left.pieces(depth + 1) + right.pieces(depth + 1)

    def back(self):
        return Curve(*self.points[::-1])

    def cut(self, start, end):
        return Curve(start, *self.points[1:3], end)

    def draw(self, pen):
        pen.curveTo(*self.points[1:])


def angle_of(way):
    return math.atan2(way.imag, way.real)


def arc_to(start, radius, large, sweep, end):
    chord = end - start
    radius = max(radius, abs(chord) / 2)
    height = math.sqrt(max(radius ** 2 - abs(chord) ** 2 / 4, 0))
    centre = (start + end) / 2 + chord / abs(chord) * 1j * height * (1 if large != sweep else -1)
    first, turn = angle_of(start - centre), angle_of(end - centre) - angle_of(start - centre)
    if sweep and turn < 0:
        turn += 2 * math.pi
    elif not sweep and turn > 0:
        turn -= 2 * math.pi
    return Arc(centre, radius, first, turn)


def strokes_of_path(text):
    """(pieces, closed) for each stroke of an SVG path."""
    strokes, pieces, at, first, previous = [], [], 0j, 0j, None

    def finish(closed):
        nonlocal pieces
        if pieces:
            # One that comes back to where it began is closed, whether it says so or not.
            strokes.append((pieces, closed or len(pieces) > 1 and abs(pieces[-1].end - pieces[0].start) < 1e-3))
        pieces = []

    for letter, rest in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", text):
        kind, base = letter.upper(), (lambda: 0j) if letter.isupper() else (lambda: at)
        if kind == "A":  # flags may stand without anything between them
            numbers = [float(n) for found in re.findall(
                rf"({NUMBER.pattern})[ ,]*({NUMBER.pattern})[ ,]*({NUMBER.pattern})[ ,]*([01])[ ,]*([01])[ ,]*"
                rf"({NUMBER.pattern})[ ,]*({NUMBER.pattern})", rest) for n in found]
        else:
            numbers = [float(n) for n in NUMBER.findall(rest)]
        if kind == "Z":
            if abs(first - at) > 1e-3:
                pieces.append(Line(at, first))
            finish(True)
            at = first
            continue
        size = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7}[kind]
        assert numbers and len(numbers) % size == 0, text
        for i in range(0, len(numbers), size):
            values = numbers[i:i + size]
            origin = base()
            points = [origin + complex(*values[k:k + 2]) for k in range(0, size - 1, 2)] if kind in "MLCSQ" else []
            if kind == "M" and i == 0:
                finish(False)
                at = first = points[0]
                continue
            if kind in "ML":
                to, piece = points[0], None
            elif kind == "H":
                to, piece = complex(origin.real + values[0], at.imag), None
            elif kind == "V":
                to, piece = complex(at.real, origin.imag + values[0]), None
            elif kind == "A":
                to = origin + complex(*values[5:])
                assert values[0] == values[1], "an ellipse"
                piece = arc_to(at, values[0], bool(values[3]), bool(values[4]), to)
            else:
                if kind == "Q":
                    points[0:1] = [(at + 2 * points[0]) / 3, (points[1] + 2 * points[0]) / 3]
                elif kind == "S":
                    points.insert(0, 2 * at - previous if previous is not None else at)
                to, piece = points[2], Curve(at, *points)
            previous = points[1] if kind in "CSQ" else None
            if kind in "CSQ":
                pieces += piece.pieces()
            elif abs(to - at) > 1e-3:
                pieces.append(piece or Line(at, to))
            at = to
    finish(False)
    return strokes


def strokes_of(tag, values):
    number = lambda name: float(values.get(name, 0))  # noqa: E731
    if tag == "path":
        return strokes_of_path(values["d"])
    if tag == "line":
        return [([Line(complex(number("x1"), number("y1")), complex(number("x2"), number("y2")))], False)]
    if tag == "circle":
        return [([Arc(complex(number("cx"), number("cy")), number("r"), 0.0, 2 * math.pi)], True)]
    if tag in ("polyline", "polygon"):
        return strokes_of_path("M" + values["points"] + ("z" if tag == "polygon" else ""))
    if tag == "rect":
        x, y, width, height, r = (number(name) for name in ("x", "y", "width", "height", "rx"))
        corner = (lambda dx, dy: f"a{r} {r} 0 0 1 {dx * r} {dy * r}") if r else lambda dx, dy: ""
        return strokes_of_path(f"M{x + r} {y}h{width - 2 * r}{corner(1, 1)}v{height - 2 * r}{corner(-1, 1)}"
                               f"h{2 * r - width}{corner(-1, -1)}v{2 * r - height}{corner(1, -1)}z")
    raise ValueError(f"an icon with a <{tag}>")


def crossing(one, other, near):
    """Where the two sides cross, the place that is nearest to `near`; None where they do not."""
    if isinstance(one, Curve) or isinstance(other, Curve):
        return None
    if isinstance(one, Line) and isinstance(other, Line):
        a, b = one.heading(False), other.heading(False)
        across = (a.conjugate() * b).imag
        if abs(across) < 1e-6:
            return None
        found = [one.start + a * (((other.start - one.start).conjugate() * b).imag / across)]
    elif isinstance(one, Arc) and isinstance(other, Arc):
        way = other.centre - one.centre
        far = abs(way)
        along = (far ** 2 + one.radius ** 2 - other.radius ** 2) / (2 * far) if far > 1e-6 else math.inf
        if abs(along) > one.radius:
            return None
        half = math.sqrt(one.radius ** 2 - along ** 2)
        found = [one.centre + way / far * complex(along, side * half) for side in (1, -1)]
    else:
        line, arc = (one, other) if isinstance(one, Line) else (other, one)
        heading = line.heading(False)
        foot = line.start + heading * ((arc.centre - line.start) * heading.conjugate()).real
        half = arc.radius ** 2 - abs(foot - arc.centre) ** 2
        if half < 0:
            return None
        found = [foot + side * heading * math.sqrt(half) for side in (1, -1)]
    best = min(found, key=lambda point: abs(point - near))
    return best if abs(best - near) < 3 * PEN and lies_on(one, best) and lies_on(other, best) else None


def lies_on(piece, point):
    if isinstance(piece, Line):
        along = ((point - piece.start) * piece.heading(False).conjugate()).real
        return -1e-6 <= along <= abs(piece.end - piece.start) + 1e-6
    turned = (angle_of(point - piece.centre) - piece.first) * math.copysign(1, piece.turn) % (2 * math.pi)
    return turned <= abs(piece.turn) + 1e-6


def side_of(pieces, closed):
    """The edge on one side of a stroke, along it."""
    sides = [piece.beside(PEN) for piece in pieces]
    there = [i for i, side in enumerate(sides) if side]
    starts = {i: sides[i].start for i in there}
    ends = {i: sides[i].end for i in there}
    joins = {}
    for i, k in zip(there, there[1:] + there[:1] if closed else there[1:]):
        if i == k:
            break
        # Inside of an arc that is narrower than the pen the edges before and after it meet.
        narrow = (i + 1) % len(pieces) != k
        corner = pieces[i + 1 - len(pieces)].centre if narrow else pieces[i].end
        before, after = pieces[i].heading(True), pieces[k].heading(False)
        turn = angle_of(after / before)
        if abs(ends[i] - starts[k]) < 1e-3 or abs(turn) < STRAIGHT and not narrow:
            ends[i] = starts[k]
        elif turn < 0 and not narrow:
            joins[i] = Arc(corner, PEN, angle_of(before * 1j), turn)
        elif (met := crossing(sides[i], sides[k], corner)) is not None:
            ends[i] = starts[k] = met
        else:
            joins[i] = corner
    edge = []
    for i in there:
        edge.append(sides[i].cut(starts[i], ends[i]))
        if i in joins:
            edge.append(joins[i])
    return edge


def contour(edges):
    """Pieces and points as one way round, without gaps."""
    whole = []
    first = edges[0] if isinstance(edges[0], complex) else edges[0].start
    at = first
    for edge in edges:
        start = edge if isinstance(edge, complex) else edge.start
        if abs(start - at) > 1e-3:
            whole.append(Line(at, start))
        at = start
        if not isinstance(edge, complex):
            if abs(edge.end - edge.start) > 1e-3 or isinstance(edge, Arc):
                whole.append(edge)
            at = edge.end
    return first, whole


def first_of(pair):
    return pair[0]


def distance(piece, point):
    """Of a point from the middle of a stroke, and which way that leads there."""
    if isinstance(piece, Arc):
        out = point - piece.centre or 1
        place = piece.centre + out / abs(out) * piece.radius
        if lies_on(piece, place):
            return abs(point - place), out / abs(out) * 1j
        return min(((abs(point - end), piece.heading(end == piece.end)) for end in (piece.start, piece.end)), key=first_of)
    if isinstance(piece, Curve):
        points = [piece.start]
        for part in piece.halves():
            points += [part.middle(), part.end]
        return min((distance(Line(one, other), point) for one, other in zip(points, points[1:])), key=first_of)
    heading = piece.heading(False)
    along = min(max(((point - piece.start) * heading.conjugate()).real, 0), abs(piece.end - piece.start))
    return abs(point - piece.start - heading * along), heading


def is_hidden(end, heading, others):
    """Whether a stroke ends in the middle of another one, across it. Its round end would reach that one's edge, and
    what smooths edges would draw it twice there."""
    for piece in others:
        far, along = distance(piece, end)
        if far < 0.06 and abs((along * heading.conjugate()).real) < 0.9:
            return True
    return False


def stroke_outlines(nodes):
    """The outlines of an icon: for each a point and the pieces that lead round. Inside lies on the same side of all."""
    outlines = []
    strokes = [stroke for tag, values in nodes for stroke in strokes_of(tag, values)]

    def cap(index, piece):
        """The end of an open stroke. Of two that end in one place the first is round."""
        heading = piece.heading(True)
        others = [other for k, (pieces, closed) in enumerate(strokes) if k != index for other in pieces
                  if closed or k < index or min(abs(piece.end - pieces[0].start), abs(piece.end - pieces[-1].end)) > 0.06]
        return [] if is_hidden(piece.end, heading, others) else [Arc(piece.end, PEN, angle_of(heading * 1j), -math.pi)]

    for index, (pieces, closed) in enumerate(strokes):
        back = [piece.back() for piece in reversed(pieces)]
        if not closed and len(pieces) == 1 and abs(pieces[0].end - pieces[0].start) < 0.1:
            outlines.append(contour([Arc(pieces[0].start, PEN, 0.0, -2 * math.pi)]))
        elif closed:
            for way in (pieces, back):
                edge = side_of(way, True)
                if edge:
                    outlines.append(contour(edge))
        else:
            outlines.append(contour(side_of(pieces, False) + cap(index, pieces[-1]) +
                                    side_of(back, False) + cap(index, back[-1])))
    return outlines
