"""The dots of the line's last days as a drawing: geometry only, in SVG units."""

from dataclasses import dataclass
from itertools import groupby
from math import ceil

from reports.line_health import FULL

COLUMN, DOT, ROWS = 32.0, 6.0, 13  # the width of a day, that of a dot, rows up to the agreed time
TOP = 10.0
BASE = TOP + DOT * ROWS * FULL
AGREED = BASE - DOT * ROWS
MOST = 24  # dots side by side


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
    days: tuple  # (x, the day) of the first day and of every Monday
    count: int
    over: int
    waiting: int


def strip(days):
    """The Strip of these Days: one column each, dots that wait equally long side by side."""
    marks, medians = [], []
    for number, day in enumerate(days):
        middle = COLUMN * (number + 0.5)
        if day.median is not None:
            medians.append((middle - 11, middle + 11, BASE - day.median * ROWS * DOT))
        marks += _column(day.dots, middle)
    named = [(n, day.on) for n, day in enumerate(days) if day.on.weekday() == 0]
    return Strip(
        width=COLUMN * len(days),
        marks=tuple(marks),
        medians=tuple(medians),
        days=tuple((COLUMN * (n + 0.5), on) for n, on in named),
        count=sum(len(day.dots) for day in days),
        over=sum(day.over for day in days),
        waiting=sum(day.waiting for day in days),
    )


def _column(dots, middle):
    """Dots in the rows of their waits, closer together where a row holds many."""
    for row, found in groupby(sorted(dots, key=_row), key=_row):
        held = list(found)[:MOST]
        apart = min(DOT, (COLUMN - 2 * DOT) / max(1, len(held) - 1))
        left = middle - apart * (len(held) - 1) / 2
        for place, dot in enumerate(held):
            yield Mark(left + apart * place, BASE - (row + 0.5) * DOT, dot.over, dot.waiting)


def _row(dot):
    """Counted from the ground; what is over stands above the agreed time, all else below it."""
    row = max(0, ceil(dot.used * ROWS) - 1)
    return max(row, ROWS) if dot.over else min(row, ROWS - 1)
