"""What each side owed the other and gave, month by month of the offer."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Q
from django.db.models.functions import TruncMonth
from django.utils.timezone import now

from funnel.models import Side
from funnel.period import Period
from funnel.ratio import Ratio
from leads.handoff.models import ActKind
from leads.models import Handoff, HandoffAct, HandoffStep
from leads.stages import CAME_BACK, HandoffStage

ACCEPTED, EXPIRED = HandoffStage.ACCEPTED, HandoffStage.EXPIRED
MISSED = [{"met": False}]


@dataclass(frozen=True)
class Month:
    """The hand-offs offered in one month, as they stand now. Counts, and Ratios of counts.

    `accepted` is of those accepted, returned or expired; a return that was overturned is in none.
    `in_time` and `contacted` are of those whose time was over or that were answered (contacted) by
    now: an offer of an hour ago has missed nothing.
    """

    first: date
    offered: int
    met: Ratio  # met the Agreement, of those that it was asked about
    accepted: Ratio
    returned_by_side: Counter  # {Side: how many}, of those that stand
    upheld: int
    overturned: int
    in_time: Ratio
    contacted: Ratio
    expired: int
    held: int

    @property
    def returned(self):
        return self.returned_by_side.total()

    @property
    def returned_for_marketing(self):
        return self.returned_by_side[Side.MARKETING]


def scorecard(period: Period):
    """[Month], oldest first, of the hand-offs offered in `period`; months without any left out."""
    offers = Handoff.objects.filter(**period.of("offered_at"), batch=None)
    month = TruncMonth("offered_at", tzinfo=ZoneInfo(period.zone))
    rows = offers.annotate(month=month).values("month").annotate(**_counts(now()))
    returns, held = _returns(offers, period), _held(offers, period)
    return [_month(row, returns, held) for row in rows.order_by("month")]


def _counts(at):
    checked = Q(evidence__checks__0__isnull=False)
    not_withdrawn = ~Q(stage=HandoffStage.WITHDRAWN)
    answered, called = Q(answered_at__isnull=False), Q(contacted_at__isnull=False)
    due = not_withdrawn & Q(accept_due_at__isnull=False) & (answered | Q(accept_due_at__lt=at))
    taken = Q(stage=ACCEPTED, contact_due_at__isnull=False)
    return {
        "offered": Count("pk"),
        "checked": Count("pk", filter=checked),
        "missed": Count("pk", filter=checked & Q(evidence__checks__contains=MISSED)),
        "accepted": Count("pk", filter=Q(stage=ACCEPTED)),
        "decided": Count("pk", filter=Q(stage__in=[ACCEPTED, EXPIRED, *CAME_BACK])),
        "due": Count("pk", filter=due),
        "in_time": Count("pk", filter=due & Q(answered_at__lte=F("accept_due_at"))),
        "to_contact": Count("pk", filter=taken & (called | Q(contact_due_at__lt=at))),
        "contacted": Count("pk", filter=taken & Q(contacted_at__lte=F("contact_due_at"))),
        "expired": Count("pk", filter=Q(stage=EXPIRED)),
        "upheld": Count("pk", filter=Q(stage=HandoffStage.UPHELD)),
        "overturned": Count("pk", filter=Q(stage=HandoffStage.OVERTURNED)),
    }


def _returns(offers, period):
    """{month: Counter of sides} of the returns that stand."""
    month = TruncMonth("handoff__offered_at", tzinfo=ZoneInfo(period.zone))
    steps = HandoffStep.objects.filter(to_stage=HandoffStage.RETURNED, handoff__in=offers)
    steps = steps.filter(handoff__stage__in=CAME_BACK).annotate(month=month).order_by()
    found = defaultdict(Counter)
    for at, side, count in steps.values_list("month", "side").annotate(n=Count("handoff")):
        found[at][side] = count
    return found


def _held(offers, period):
    month = TruncMonth("handoff__offered_at", tzinfo=ZoneInfo(period.zone))
    acts = HandoffAct.objects.filter(kind=ActKind.HELD, handoff__in=offers).annotate(month=month)
    counted = acts.order_by().values_list("month").annotate(n=Count("handoff", distinct=True))
    return dict(counted)


def _month(row, returns, held):
    return Month(
        first=row["month"].date(),
        offered=row["offered"],
        met=Ratio(row["checked"] - row["missed"], row["checked"]),
        accepted=Ratio(row["accepted"], row["decided"]),
        returned_by_side=returns[row["month"]],
        upheld=row["upheld"],
        overturned=row["overturned"],
        in_time=Ratio(row["in_time"], row["due"]),
        contacted=Ratio(row["contacted"], row["to_contact"]),
        expired=row["expired"],
        held=held.get(row["month"], 0),
    )
