"""The time where they are, and when both sides are in their office."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce

from django.utils.timezone import localtime, now

from funnel.calendars.queries import worktime_of
from leads.people.places import country, offices, region_of

DAY = timedelta(days=1)
AHEAD = 8  # days looked at


@dataclass(frozen=True)
class There:
    """`earliest` and `latest` are their time now, in their zones: the same unless their country
    keeps several clocks. `meets` are the spans of one day, the next one that has any, in which the
    team and every office over there are at work; pairs of instants, none of them past."""

    country: str
    earliest: datetime
    latest: datetime
    meets: list
    at: datetime

    @property
    def several(self):
        return self.earliest.utcoffset() != self.latest.utcoffset()

    @property
    def same(self):
        """Whether the reader's clock shows the same time."""
        return not self.several and self.earliest.utcoffset() == localtime(self.at).utcoffset()

    @property
    def together(self):
        """Until when both are at work, where they are now; else None."""
        return next((ends for starts, ends in self.meets if starts <= self.at), None)


def there(phone, team, *, at=None):
    """The There of a phone's country for a receiving `team` (None: the organisation's hours);
    None where the phone names no country, or one whose clocks are not known."""
    at = at or now()
    region = region_of(phone)
    theirs = offices(region, at) if region else []
    if not theirs:
        return None
    earliest, latest = (at.astimezone(each.clock) for each in (theirs[0], theirs[-1]))
    return There(country(region), earliest, latest, _meets(worktime_of(team), theirs, at), at)


def _meets(ours, theirs, at):
    today = at.astimezone(ours.clock).date()
    for day in (today + number * DAY for number in range(AHEAD)):
        around = [_around(each, day) for each in theirs]
        found = [span for span in reduce(_common, around, ours.spans(day)) if span[1] > at]
        if found:
            return found
    return []


def _around(hours, day):
    """The spans of a day as the date line may shift it."""
    return [span for near in (day - DAY, day, day + DAY) for span in hours.spans(near)]


def _common(some, others):
    """The spans in which both lists of spans are open, in their order."""
    pairs = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return sorted((starts, ends) for starts, ends in pairs if starts < ends)
