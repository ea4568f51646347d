"""The funnel as a drawing: where each column, band and hatch lies. Geometry only, in SVG units."""

from dataclasses import dataclass
from itertools import pairwise

from funnel.models import Side
from funnel.ratio import Ratio
from funnel.templatetags.funnel import FEW
from reports.conversion import Conversion, Row
from reports.rungs import RUNGS

FULL = 180.0  # the longest bar of a side
CUT = 24.0  # what is added to a bar that is cut because its number is off the scale
LEAST = 2.0  # the shortest bar that is still seen
RESCALED = 1.5  # from this factor on, the right side has a scale of its own


@dataclass(frozen=True)
class Bar:
    """One rung. `length` lies along the scale, with the part still inside at its free end."""

    key: str
    label: str
    is_sales: bool
    row: Row
    length: float
    inside: float
    is_cut: bool
    few: bool  # too few for its rate: outlined only
    place: int  # 0 is the first of its side

    @property
    def ratio(self) -> Ratio | None:
        return self.row.of_previous


@dataclass(frozen=True)
class Band:
    """The flow from the bar before: as much as arrives."""

    place: int
    is_sales: bool
    length: float


@dataclass(frozen=True)
class Picture:
    marketing: tuple[Bar, ...]
    sales: tuple[Bar, ...]
    bands: tuple[Band, ...]
    crossing: tuple[float, float] | None  # what crosses the line, on either scale
    factor: float | None  # how much larger the right side is drawn; None: one scale

    @property
    def bars(self):
        return self.marketing + self.sales


def picture(conversion: Conversion) -> Picture:
    """Draw `conversion`: both sides from one baseline, the line between them the scale's break."""
    rows = {row.key: row for row in conversion.rungs}
    rows["visited"] = Row("visited", conversion.totals.visited)
    left, right, factor = _scales(rows)
    is_cohort = conversion.question.is_cohort
    sides = [
        tuple(
            _bar(rung, rows[rung.key], scale, place, is_cohort) for place, rung in enumerate(rungs)
        )
        for rungs, scale in ((MARKETING, left), (SALES, right))
    ]
    marketing, sales = sides
    crossed = rows["accepted"].count
    return Picture(
        marketing,
        sales,
        (*_bands(marketing[1:]), *_bands(sales)) if is_cohort else (),
        (crossed * left, crossed * right) if is_cohort else None,
        factor,
    )


MARKETING = tuple(rung for rung in RUNGS[1:] if rung.side == Side.MARKETING)
SALES = tuple(rung for rung in RUNGS if rung.side == Side.SALES)


def _scales(rows):
    """(units for one lead left of the line, right of it, the factor between them or None)"""
    left = max(rows[rung.key].count for rung in MARKETING[1:])
    right = max(rows[rung.key].count for rung in SALES)
    if left >= RESCALED * right > 0:
        return FULL / left, FULL / right, left / right
    one = FULL / max(left, right, 1)
    return one, one, None


def _bar(rung, row, scale, place, is_cohort):
    count = row.count or 0
    is_cut = count * scale > FULL
    length = FULL + CUT if is_cut else max(count * scale, LEAST if count else 0)
    inside = min((row.inside or 0) * scale, length)
    base = row.of_previous.whole if row.of_previous else count
    few = is_cohort and rung.key != "visited" and base < FEW
    is_sales = rung.side == Side.SALES
    return Bar(rung.key, rung.label, is_sales, row, length, inside, is_cut, few, place)


def _bands(bars):
    return [
        Band(after.place, after.is_sales, min(before.length, after.length))
        for before, after in pairwise(bars)
    ]
