"""A stretch of time, half-open, built once at the edge in one zone."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from funnel.refusal import Refusal

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)  # what is a day here, typed or read


@dataclass(frozen=True)
class Period:
    """From `start` up to but not including `end`, aware instants; `zone` is for printing."""

    start: datetime
    end: datetime
    zone: str = "UTC"

    @classmethod
    def of_days(cls, first: date, last: date, zone: str):
        """Both days included, as `zone` counts days. Refusal when they are in the wrong order, or
        so far off that no clock reckons with them."""
        for field, day in (("from", first), ("until", last)):
            if words := too_far(day):
                raise Refusal(words, field=field)
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


def too_far(day):
    """Why `day` is none that anybody means, in words; "" where it may be meant."""
    if FIRST_DAY <= day <= LAST_DAY:
        return ""
    years = {"first": FIRST_DAY.year, "last": LAST_DAY.year}
    return _("Choose a day in the years %(first)s to %(last)s.") % years


def midnight(day: date, zone: str):
    """The instant at which `day` begins in `zone`."""
    return datetime.combine(day, time(), ZoneInfo(zone))
