"""What came around the days on which people were reached whom nobody can tell apart.

Association, never proof: whatever else ran in the same days, and the weather, is in it too.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log, sqrt
from zoneinfo import ZoneInfo

from django.db.models import Count, Min, Q
from django.db.models.functions import TruncDate
from django.utils.timezone import localdate, now

from funnel.models import Organisation
from funnel.period import Period
from funnel.ratio import Z_95
from leads.campaigns.stages import DONE, LIVE, PAUSED
from leads.models import Campaign, Lead, ReachEntry, Touchpoint
from leads.touches.models import TouchKind

DAYS, WEEKS = 7, 4  # looked at from the day on, and compared with before it
SHOWN = 12  # entries, the latest
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@dataclass(frozen=True)
class Change:
    """How many came on `after_days` from the day on, and on as many of the same weekdays in each of
    the WEEKS before."""

    after: int
    after_days: int
    before: int
    before_days: int

    @property
    def usual(self):
        """What the weeks before would have brought in as many days; None without weeks before."""
        return self.before * self.after_days / self.before_days if self.before_days else None

    @property
    def ratio(self):
        """How many times as many a day; None where either side has none."""
        return self.after / self.usual if self.after and self.before else None

    @property
    def limits(self):
        """(low, high) of `ratio` at 95 %, of two Poisson counts on the log scale.

        Rothman, Epidemiology: An Introduction (2012), ch. 9: the ratio times
        exp(+-1.96 sqrt(1/a + 1/b)).
        """
        if self.ratio is None:
            return None, None
        spread = Z_95 * sqrt(1 / self.after + 1 / self.before)
        return exp(log(self.ratio) - spread), exp(log(self.ratio) + spread)

    @property
    def clear(self):
        """Whether the interval leaves 1 out."""
        low, high = self.limits
        return low is not None and (low > 1 or high < 1)


@dataclass(frozen=True)
class Around:
    """One reach entry. `captured`: leads that no other campaign brought. `visits`: visits that no
    campaign brought. Both None where there are no weeks before it to compare with."""

    entry: ReachEntry
    days: int  # that are over, at most DAYS
    captured: Change | None
    visits: Change | None
    beside: tuple[Campaign, ...]  # what else ran on these days


def reach_association(campaign, *, as_of=None):
    """[Around] of the latest SHOWN reach entries of a campaign, the latest first; five queries."""
    zone = ZoneInfo(Organisation.current().time_zone)
    today = localdate(as_of or now(), zone)
    entries = list(campaign.reach.filter(count__gt=0, on__lte=today)[:SHOWN])
    if not entries:
        return []
    days = min(each.on for each in entries) - WEEKS * WEEK, max(each.on for each in entries) + WEEK
    captured, visits = _captured(campaign, days, zone), _visits(days, zone)
    begun, running = _begun(zone), _running(campaign, days)
    return [_around(entry, today, captured, visits, begun, running) for entry in entries]


def _around(entry, today, captured, visits, begun, running):
    days = min(DAYS, (today - entry.on).days + 1)
    known = begun and begun <= entry.on - WEEKS * WEEK
    last = entry.on + (DAYS - 1) * DAY
    return Around(
        entry,
        days,
        _change(captured, entry.on, days) if known else None,
        _change(visits, entry.on, days) if known else None,
        tuple(each for each in running if _ran(each, entry.on, last)),
    )


def _change(counts, first: date, days):
    after = [first + number * DAY for number in range(days)]
    before = [day - back * WEEK for day in after for back in range(1, WEEKS + 1)]
    came, usual = (sum(counts[day] for day in each) for each in (after, before))
    return Change(came, len(after), usual, len(before))


def _captured(campaign, days, zone):
    leads = Lead.objects.filter(Q(campaign=None) | Q(campaign=campaign))
    return _by_day(leads, "born_at", days, zone)


def _visits(days, zone):
    direct = Touchpoint.objects.filter(kind=TouchKind.VISIT, campaign=None)
    return _by_day(direct, "at", days, zone)


def _by_day(rows, at, days, zone):
    """Counter of the days of the organisation."""
    period = Period.of_days(*days, str(zone))
    rows = rows.filter(**period.of(at)).annotate(day=TruncDate(at, tzinfo=zone))
    return Counter(dict(rows.order_by().values_list("day").annotate(n=Count("pk"))))


def _begun(zone):
    """The day of the first lead: before it nobody wrote anything down."""
    first = Lead.objects.aggregate(first=Min("born_at"))["first"]
    return first and localdate(first, zone)


def _running(campaign, days):
    first, last = days
    others = Campaign.objects.filter(stage__in=[LIVE, PAUSED, DONE], starts_on__lte=last)
    ended = Q(ends_on__lt=first)
    return list(others.exclude(ended).exclude(pk=campaign.pk).order_by("starts_on"))


def _ran(campaign, first, last):
    return campaign.starts_on <= last and (campaign.ends_on is None or campaign.ends_on >= first)
