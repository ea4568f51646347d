"""What each side owed the other and gave, month by month of the offer."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils.timezone import now

from funnel.models import Side
from funnel.period import Period
from funnel.ratio import Ratio
from leads.agreement.queries import breaks
from leads.models import HandoffStep
from leads.stages import CAME_BACK, HandoffStage
from reports.line_parts import offered_in, parts


@dataclass(frozen=True)
class Month:
    """The hand-offs offered in one month, as they stand now. Counts, and Ratios of counts.

    `accepted` is of those accepted, returned or expired; a return that was overturned is in none.
    `in_time` and `contacted` are of those whose time was over or that were answered (contacted) by
    now: an offer of an hour ago has missed nothing. `breaks` are the (instant, number) of each
    Agreement that began to hold in it.
    """

    first: date
    offered: int
    met: Ratio  # met the Agreement, of those that it was asked about
    accepted: Ratio
    returned_by_side: Counter  # {Side: how many}, of those that stand
    disputed: int  # not decided yet
    upheld: int
    overturned: int
    in_time: Ratio
    contacted: Ratio
    expired: int
    held: int
    breaks: tuple = ()

    @property
    def unmet(self):
        return self.met.whole - self.met.part

    @property
    def late(self):
        return self.in_time.whole - self.in_time.part

    @property
    def uncalled(self):
        return self.contacted.whole - self.contacted.part

    @property
    def returned(self):
        return self.returned_by_side.total()

    @property
    def returned_for_marketing(self):
        return self.returned_by_side[Side.MARKETING]

    @property
    def argued(self):
        return self.disputed + self.upheld + self.overturned


def scorecard(period: Period):
    """[Month], oldest first, of the hand-offs offered in `period`; months without any left out."""
    offers, zone = offered_in(period), ZoneInfo(period.zone)
    counts = {name: Count("pk", filter=which) for name, which in parts(now()).items()}
    month = TruncMonth("offered_at", tzinfo=zone)
    rows = offers.annotate(month=month).values("month").annotate(**counts).order_by("month")
    returns, begun = _returns(offers, zone), _begun(period, zone)
    return [_month(row, returns, begun) for row in rows]


def _returns(offers, zone):
    """{month: Counter of sides} of the returns that stand."""
    month = TruncMonth("handoff__offered_at", tzinfo=zone)
    steps = HandoffStep.objects.filter(to_stage=HandoffStage.RETURNED, handoff__in=offers)
    steps = steps.filter(handoff__stage__in=CAME_BACK).annotate(month=month).order_by()
    found = defaultdict(Counter)
    for at, side, count in steps.values_list("month", "side").annotate(n=Count("handoff")):
        found[at][side] = count
    return found


def _begun(period, zone):
    """{first of a month: [(instant, number)]} of the Agreements that began to hold in it."""
    found = defaultdict(list)
    for at, number in breaks(period):
        found[at.astimezone(zone).date().replace(day=1)].append((at, number))
    return found


def _month(row, returns, begun):
    first = row["month"].date()
    return Month(
        first=first,
        offered=row["offered"],
        met=Ratio(row["checked"] - row["unmet"], row["checked"]),
        accepted=Ratio(row["accepted"], row["decided"]),
        returned_by_side=returns[row["month"]],
        disputed=row["open"],
        upheld=row["upheld"],
        overturned=row["overturned"],
        in_time=Ratio(row["in_time"], row["in_time"] + row["late"]),
        contacted=Ratio(row["called"], row["called"] + row["uncalled"]),
        expired=row["expired"],
        held=row["held"],
        breaks=tuple(begun[first]),
    )
