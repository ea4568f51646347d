"""The dots of the line's last days as a drawing: geometry only, in SVG units."""

from dataclasses import dataclass

from reports.line_health import FULL

COLUMN, HEIGHT, BASE, RADIUS = 36.0, 160.0, 170.0, 3.0
AGREED = BASE - HEIGHT / FULL  # the height at which the agreed time is used


@dataclass(frozen=True)
class Mark:
    x: float
    y: float
    over: bool
    waiting: bool


@dataclass(frozen=True)
class Strip:
    width: float
    marks: tuple
    medians: tuple  # (x from, x to, y)
    days: tuple  # (x, the day)
    count: int
    over: int


def strip(days):
    """The Strip of these Days: one column each, dots that wait equally long side by side."""
    marks, medians = [], []
    for number, day in enumerate(days):
        middle = COLUMN * (number + 0.5)
        if day.median is not None:
            medians.append((middle - 10, middle + 10, _height(day.median)))
        marks += _column(day.dots, middle)
    labels = tuple((COLUMN * (n + 0.5), day.on) for n, day in enumerate(days) if n % 5 == 0)
    over = sum(mark.over for mark in marks)
    return Strip(COLUMN * len(days), tuple(marks), tuple(medians), labels, len(marks), over)


def _column(dots, middle):
    taken = {}
    for dot in dots:
        y = _height(dot.used)
        row = round(y / (2 * RADIUS))
        place = taken[row] = taken.get(row, -1) + 1
        offset = (place + 1) // 2 * 2 * RADIUS * (1 if place % 2 else -1)
        yield Mark(middle + max(-14, min(14, offset)), y, dot.over, dot.waiting)


def _height(used):
    return BASE - used / FULL * HEIGHT
