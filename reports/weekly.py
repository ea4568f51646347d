"""How many leads campaigns captured in each of the last weeks, as columns that can be drawn."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, DateField
from django.db.models.functions import TruncWeek
from django.utils.timezone import localdate

from leads.models import Lead

WEEKS = 8
STEP, BAR, HEIGHT = 7, 5, 20  # units of the SVG


@dataclass(frozen=True)
class Week:
    """`first` is its Monday; `captured` counts leads by their birth. Geometry: `x`, `y`, `tall`."""

    first: date
    captured: int
    x: int
    y: float
    tall: float


@dataclass(frozen=True)
class Weeks:
    """The last eight weeks, the latest, which is not over, last; drawn to their own highest."""

    weeks: tuple
    width: int = WEEKS * STEP
    height: int = HEIGHT

    @property
    def said(self):
        """The counts in their order, as text."""
        return ", ".join(str(week.captured) for week in self.weeks)

    @property
    def any(self):
        return any(week.captured for week in self.weeks)


def weekly(campaigns, zone, today=None):
    """{campaign's key: Weeks}, in one query. Weeks begin on Mondays in `zone`, an IANA name."""
    clock = ZoneInfo(zone)
    today = today or localdate(timezone=clock)
    latest = today - timedelta(days=today.weekday())
    mondays = [latest - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    begins = datetime.combine(mondays[0], time(), clock)
    week = TruncWeek("born_at", tzinfo=clock, output_field=DateField())
    leads = Lead.objects.filter(campaign__in=campaigns, born_at__gte=begins).order_by()
    rows = leads.annotate(week=week).values("campaign", "week").annotate(n=Count("pk"))
    counts = {(row["campaign"], row["week"]): row["n"] for row in rows}
    return {
        each.pk: _drawn([(day, counts.get((each.pk, day), 0)) for day in mondays])
        for each in campaigns
    }


def _drawn(counted):
    most = max(count for _day, count in counted) or 1
    weeks = []
    for place, (day, count) in enumerate(counted):
        tall = round(count * HEIGHT / most, 2)
        weeks.append(Week(day, count, place * STEP + 1, round(HEIGHT - tall, 2), tall))
    return Weeks(tuple(weeks))
