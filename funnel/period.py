"""A stretch of time, half-open, built once at the edge in one zone."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from funnel.refusal import Refusal


@dataclass(frozen=True)
class Period:
    """From `start` up to but not including `end`, aware instants; `zone` is for printing."""

    start: datetime
    end: datetime
    zone: str = "UTC"

    @classmethod
    def of_days(cls, first: date, last: date, zone: str):
        """Both days included, as `zone` counts days. Refusal when they are in the wrong order."""
        if last < first:
            raise Refusal(_("The period ends before it begins."), field="until")
        return cls(midnight(first, zone), midnight(last + timedelta(days=1), zone), zone)

    @property
    def first(self):
        return self.start.astimezone(ZoneInfo(self.zone)).date()

    @property
    def last(self):
        return self.end.astimezone(ZoneInfo(self.zone)).date() - timedelta(days=1)

    def of(self, field):
        """Keyword arguments for a QuerySet filter on the instant `field`."""
        return {f"{field}__gte": self.start, f"{field}__lt": self.end}


def midnight(day: date, zone: str):
    """The instant at which `day` begins in `zone`."""
    return datetime.combine(day, time(), ZoneInfo(zone))
