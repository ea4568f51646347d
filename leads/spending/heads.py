"""The company's money by its three heads, month by month, and whether two of them starve."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from funnel.months import after, first_of, last_of, months_of
from leads.spending.models import BudgetLine, Head, SpendEntry
from leads.spending.spread import spent_between

ALL_OF_IT = Decimal("0.8")  # who takes this share of the money leaves the others to starve
LOOKED_AT = 3  # whole months


@dataclass(frozen=True)
class Cell:
    """One head in one month, or over a year: what was meant and what was spent."""

    budget: Decimal | None
    spent: Decimal
    of: Decimal  # spent on all heads together

    @property
    def share(self):
        """Of the money of all heads, 0 to 1; None where nothing was spent."""
        return self.spent / self.of if self.of else None


@dataclass(frozen=True)
class Month:
    month: date | None  # None: the year
    cells: tuple[Cell, ...]  # in the order of Head

    @property
    def spent(self):
        return self.cells[0].of

    @property
    def budget(self):
        known = [cell.budget for cell in self.cells if cell.budget is not None]
        return sum(known) if known else None


@dataclass(frozen=True)
class Starving:
    """One head took `share` of what was spent in whole months; the others starve."""

    head: str
    share: Decimal
    spent: Decimal
    of: Decimal
    first: date
    last: date

    @property
    def others(self):
        return [head for head in Head if head != self.head]


def year_by_heads(year, today: date):
    """([Month] of a year, the Month that is their sum), spent until today, in two queries."""
    months = months_of(year)
    meant, spent = _budget(months), _spent({month: _until(month, today) for month in months})
    rows = [_month(month, meant.get(month, {}), spent.get(month, {})) for month in months]
    return rows, _whole(rows)


def starving(today: date):
    """The Starving of the last LOOKED_AT whole months, or None.

    Two heads starve when the third takes ALL_OF_IT or more of what was spent on all three.
    """
    months = [after(first_of(today), -count) for count in range(LOOKED_AT, 0, -1)]
    spent = _spent({month: last_of(month) for month in months})
    by_head = {head: sum(each.get(head, 0) for each in spent.values()) for head in Head}
    whole = sum(by_head.values())
    if whole <= 0:
        return None
    head, most = max(by_head.items(), key=lambda each: each[1])
    if most < whole * ALL_OF_IT:
        return None
    return Starving(head, most / whole, most, whole, months[0], last_of(months[-1]))


def _until(month, today):
    return min(last_of(month), today)


def _budget(months):
    lines = BudgetLine.objects.filter(campaign=None, month__in=months)
    found = {}
    for line in lines:
        found.setdefault(line.month, {})[line.head] = line.base_amount
    return found


def _spent(days):
    """{month: {head: spent until its day}} of {month: day}; months to come are left out."""
    sums = {
        f"m{month:%Y%m}": Sum(spent_between(month, day))
        for month, day in days.items()
        if day >= month
    }
    if not sums:
        return {}
    rows = list(SpendEntry.objects.order_by().values("head").annotate(**sums))
    return {
        month: {row["head"]: row.get(f"m{month:%Y%m}") or Decimal(0) for row in rows}
        for month in days
    }


def _month(month, meant, spent):
    whole = sum(spent.values(), Decimal(0))
    cells = (Cell(meant.get(head), spent.get(head, Decimal(0)), whole) for head in Head)
    return Month(month, tuple(cells))


def _whole(rows):
    spent = sum(row.spent for row in rows)
    cells = []
    for place in range(len(Head)):
        column = [row.cells[place] for row in rows]
        meant = [cell.budget for cell in column if cell.budget is not None]
        total = sum(cell.spent for cell in column)
        cells.append(Cell(sum(meant) if meant else None, total, spent))
    return Month(None, tuple(cells))
