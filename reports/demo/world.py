"""Everything that the stories of the demo look up."""

from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

from funnel.models import Organisation
from reports.demo.calendar import OPEN, Calendar
from reports.demo.cast import Cast
from reports.demo.leaks import Leaks
from reports.demo.names import Directory


@dataclass(frozen=True)
class World:
    seed: int
    leads: int  # how many people show a first interest
    calendar: Calendar
    organisation: Organisation
    leaks: Leaks
    cast: Cast
    reasons: dict  # {(kind, key): Reason}
    products: dict  # {article number: product}
    prices: dict  # {(year, article number): price}
    campaigns: dict = field(default_factory=dict)  # {effort's key: campaign}
    directory: Directory = field(default_factory=Directory)

    def dice(self, *names):
        """A generator of chance of its own for what is named, the same in every load."""
        return Random("/".join(map(str, (self.seed, *names))))

    def reason(self, kind, key):
        return self.reasons[kind, key]

    def at(self, moment):
        """A moment of the demo as an instant."""
        return self.calendar.instant(moment)

    def morning(self, day):
        """The instant at which work begins on a day."""
        return self.calendar.instant(datetime.combine(day, OPEN[0]))

    def local(self, instant):
        """An instant as a moment of the demo."""
        return instant.astimezone(ZoneInfo(self.calendar.zone)).replace(tzinfo=None)

    def week(self, moment):
        return (moment.date() - self.calendar.first).days // 7

    def owner(self, effort):
        return self.cast.users[effort.owner if effort else "mara"]


def drawn(rng, median, spread=0.8):
    """A positive amount around `median`, now and then much more."""
    return median * rng.lognormvariate(0, spread)
