"""A campaign's money month by month, and whether it is spent too fast or too slowly."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Max, Min, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from funnel.months import after, first_of, last_of, months_between
from leads.spending.spread import spent_between

SOON = 4  # days of a month before it tells anything
NEAR = Decimal("0.1")  # this much off the budget is still on it
MOST = 24  # months that are planned and shown at once

UNDER, ON, OVER, EARLY, NONE = "under", "on", "over", "early", ""
WORDS = {
    UNDER: _("under the budget"),
    ON: _("on the budget"),
    OVER: _("over the budget"),
    EARLY: _("too early to say"),
    NONE: "",
}


@dataclass(frozen=True)
class Pace:
    """One month. `whole` is what its days cost altogether, `spent` what of it until today."""

    month: date
    budget: Decimal | None
    spent: Decimal
    whole: Decimal
    gone: int  # days of the month that are over, today included
    days: int

    @property
    def committed(self):
        return self.whole - self.spent

    @property
    def projected(self):
        """What the month comes to if its other days are like those that are over, and at least
        what is committed; None before SOON days."""
        if self.gone < min(SOON, self.days):
            return None
        return max(self.spent * self.days / self.gone, self.whole)

    @property
    def word(self):
        """OVER or UNDER where `projected` is more than NEAR of the budget off it, else ON."""
        if self.budget is None:
            return NONE
        if self.projected is None:
            return EARLY
        off = self.projected - self.budget
        if abs(off) <= self.budget * NEAR:
            return ON
        return OVER if off > 0 else UNDER

    @property
    def words(self):
        return WORDS[self.word]

    @property
    def tick(self):
        """Where today stands on the bar, of 100; "" outside this month."""
        return round(100 * self.gone / self.days) if self.is_now else ""

    @property
    def is_now(self):
        return 0 < self.gone < self.days


def paces(campaign, today: date):
    """[Pace] of the months in which a campaign has a budget, money or days, at most MOST of the
    latest; in three queries."""
    budget = {line.month: line.base_amount for line in campaign.budget.all()}
    months = _months(campaign, budget)
    if not months:
        return []
    parts = {}
    for month in months:
        last, until = last_of(month), min(last_of(month), today)
        parts[f"w{month:%Y%m}"] = Sum(spent_between(month, last))
        if until >= month:
            parts[f"s{month:%Y%m}"] = Sum(spent_between(month, until))
    sums = campaign.spend.order_by().aggregate(**parts)
    return [_pace(month, budget.get(month), sums, today) for month in months]


def planned_months(campaign, today: date):
    """The months that a budget is asked for: those of the campaign, or the next twelve."""
    last = campaign.ends_on or after(max(first_of(today), first_of(campaign.starts_on)), 11)
    return months_between(campaign.starts_on, max(last, campaign.starts_on))[-MOST:]


def _months(campaign, budget):
    ends = campaign.spend.aggregate(first=Min("on"), last=Max(Coalesce("until", "on")))
    days = [day for day in (*ends.values(), *budget) if day]
    return months_between(min(days), max(days))[-MOST:] if days else []


def _pace(month, budget, sums, today):
    days = last_of(month).day
    gone = max(0, min(days, (today - month).days + 1))
    whole = sums[f"w{month:%Y%m}"] or Decimal(0)
    spent = sums.get(f"s{month:%Y%m}") or Decimal(0)
    return Pace(month, budget, spent, whole, gone, days)
