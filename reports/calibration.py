"""Whether a score bears out: what became of hand-offs, by bands of the score they were offered
with, up to the money of the deals won."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Case, Count, IntegerField, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils.timezone import now

from deals.models import Deal
from deals.stages import OPEN, DealStage
from funnel.period import Period
from funnel.ratio import Ratio
from leads.models import Handoff
from leads.scoring.models import Scale
from leads.stages import HandoffStage
from reports.line_parts import offered_in, parts

BANDS = {"0-19": 0, "20-39": 20, "40-59": 40, "60-79": 60, "80-100": 80}  # key: lowest score
NONE = "none"  # the band of what was offered before there was a score
LINE = {  # figure of a Band: a part of the line
    "offered": "offered",
    "answered": "decided",
    "accepted": "accepted",
    "back": "back",
    "expired": "expired",
    "void": "void",
    "waiting": "waiting",
}
DEALS = {
    "open": Q(stage__in=OPEN),
    "won": Q(stage=DealStage.WON),
    "lost": Q(stage=DealStage.LOST),
}
UNDEALT = "undealt"


@dataclass(frozen=True)
class Band:
    """Counts of hand-offs, and of the deals that came of the accepted ones, as they stand now.

    A hand-off counts once, a lead as often as it was offered. `answered` are those accepted, back
    or expired; `offered` is these, `void` and `waiting` together. `money` is of the deals won, in
    the organisation's currency; `unpriced` of them have no amount.
    """

    key: str  # of BANDS, or NONE
    offered: int = 0
    answered: int = 0
    accepted: int = 0
    back: int = 0
    expired: int = 0
    void: int = 0  # withdrawn, or returned and overturned
    waiting: int = 0
    dealt: int = 0  # accepted, with a deal
    open: int = 0
    won: int = 0
    lost: int = 0
    money: Decimal = Decimal(0)
    unpriced: int = 0

    @property
    def label(self):
        """The scores of it; "" where there was none."""
        return "" if self.key == NONE else self.key.replace("-", "–")

    @property
    def undealt(self):
        return self.accepted - self.dealt

    @property
    def of_answered(self):
        return Ratio(self.accepted, self.answered)

    @property
    def of_closed(self):
        return Ratio(self.won, self.won + self.lost)


def calibration(period: Period, *, scale=Scale.FIT):
    """[Band] of the hand-offs offered in `period`, the lowest scores first and those without a
    score last; every band is in it. `scale`: a Scale."""
    which, offers = parts(now()), offered_in(period)
    counts = {name: Count("pk", filter=which[part]) for name, part in LINE.items()}
    found = {key: {} for key in (*BANDS, NONE)}
    for row in _by_band(banded(offers, scale)).annotate(**counts):
        found[row.pop("band") or NONE] |= row
    for row in _by_band(_banded_deals(offers, scale)).annotate(**_sums()):
        found[row.pop("band") or NONE] |= row
    return [Band(key, **figures) for key, figures in found.items()]


def banded(offers, scale):
    """`offers` with `band`: the key of BANDS of the score frozen with each, or None."""
    score = Cast(KT(f"evidence__scores__{scale}"), IntegerField())
    whens = [When(score__gte=low, then=Value(key)) for key, low in reversed(BANDS.items())]
    return offers.annotate(score=score).annotate(band=Case(*whens))


def deals_after(offers):
    """The deals of accepted ones of `offers`. A deal comes of the hand-off of its lead that was
    the last to be accepted before it was opened: no deal counts for two."""
    last = _accepted_before().values("pk")[:1]
    return Deal.objects.annotate(handoff=Subquery(last)).filter(handoff__in=offers.values("pk"))


def _by_band(rows):
    return rows.order_by().values("band")


def _banded_deals(offers, scale):
    band = banded(_accepted_before(), scale).values("band")[:1]
    return deals_after(offers).annotate(band=Subquery(band))


def _accepted_before():
    accepted = Handoff.objects.filter(stage=HandoffStage.ACCEPTED, lead=OuterRef("lead"))
    before = accepted.filter(stage_since__lte=OuterRef("opened_at"))
    return before.order_by("-stage_since", "-pk")


def _sums():
    counts = {name: Count("pk", filter=which) for name, which in DEALS.items()}
    return counts | {
        "dealt": Count("handoff", distinct=True),
        "money": Sum("base_amount", filter=DEALS["won"], default=Decimal(0)),
        "unpriced": Count("pk", filter=DEALS["won"] & Q(base_amount=None)),
    }
