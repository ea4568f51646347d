"""How long the month's answers were waited for, as a drawing: geometry only, in SVG units."""

from dataclasses import dataclass

from funnel.ratio import Ratio

WIDTH, BASE = 280.0, 60.0  # of the drawing, and the height of its highest bar
BINS = 20  # half of them up to the agreed time, half beyond it; the last holds what is later still
AGREED = BINS // 2
STEP = WIDTH / BINS
GAP = 3.0


@dataclass(frozen=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    over: bool


@dataclass(frozen=True)
class Waited:
    """A bar per tenth of the agreed time; `in_time` of all that were due and are answered or
    missed."""

    bars: tuple
    answers: int
    in_time: Ratio


def waited(waits, missed):
    """The Waited of some Waits, and of so many that were due and got no answer; None without any
    answer."""
    if not waits:
        return None
    counts = [0] * BINS
    for wait in waits:
        counts[_bin(wait)] += 1
    bars = tuple(_bar(n, count, max(counts)) for n, count in enumerate(counts) if count)
    in_time = Ratio(sum(not wait.over for wait in waits), len(waits) + missed)
    return Waited(bars, len(waits), in_time)


def _bin(wait):
    """What is over stands beyond the agreed time, all else before it."""
    place = int(wait.used * AGREED)
    return min(max(place, AGREED), BINS - 1) if wait.over else min(place, AGREED - 1)


def _bar(number, count, most):
    height = BASE * count / most
    return Bar(number * STEP + GAP / 2, BASE - height, STEP - GAP, height, number >= AGREED)
