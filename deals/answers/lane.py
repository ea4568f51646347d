"""Marketing's lane: what came back over the line and waits to be mended, reason by reason."""

from dataclasses import dataclass, field

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from deals.answers.actions import TOO_EARLY
from deals.answers.mends import EXPIRED, Mend, mend_of
from funnel.models import Reason, ReasonKind, Side
from leads.models import Handoff, HandoffStep
from leads.stages import CAME_BACK, HandoffStage, LeadStage

SENT_BACK = (*CAME_BACK, HandoffStage.EXPIRED)
OURS = (LeadStage.CAPTURED, LeadStage.MQL)


def unmended():
    """What came back and of which nothing was made since, as a Q of hand-offs.

    A lead put away for being too early sleeps in the lane; one that marketing put away left it.
    """
    later = Handoff.objects.filter(lead=OuterRef("lead"), pass_no__gt=OuterRef("pass_no"))
    early = _returns().filter(reason=TOO_EARLY)
    asleep = Q(lead__stage=LeadStage.RECYCLED) & Exists(early)
    with_us = Q(lead__stage__in=OURS) | asleep
    return Q(stage__in=SENT_BACK) & with_us & ~Exists(later.exclude(stage=HandoffStage.WITHDRAWN))


@dataclass(frozen=True)
class Pile:
    """What came back for one reason: `count` of the whole view, `rows` of one page of it."""

    key: str
    label: str
    side: str  # a Side
    count: int
    mend: Mend
    rows: list = field(default_factory=list)

    @property
    def kind(self):
        """The colour of the side that it counts to, as parts of pages name it."""
        return {Side.MARKETING: "mkt", Side.SALES: "sal"}.get(self.side, "outline")

    @property
    def side_label(self):
        return Side(self.side).label


def piled(rows):
    """(`rows` in the order of their piles, [Pile] without rows, the biggest first).

    Two queries, however many rows; each row has `pile`, the key of its own.
    """
    rows = rows.annotate(pile=_pile())
    counts = rows.order_by().values_list("pile").annotate(n=Count("pk"))
    reasons = {each.key: each for each in Reason.objects.filter(kind=ReasonKind.RETURN)}
    piles = [_named(key, count, reasons.get(key)) for key, count in counts]
    piles.sort(key=lambda pile: (-pile.count, pile.label))
    places = [When(pile=pile.key, then=Value(n)) for n, pile in enumerate(piles)]
    place = Case(*places, default=Value(len(piles)), output_field=IntegerField())
    return rows.order_by(place, "-stage_since", "-pk"), piles


def of_page(piles, rows):
    """The piles that a page shows, each with its `rows` of the page."""
    shown = {key: [row for row in rows if row.pile == key] for key in {row.pile for row in rows}}
    return [
        Pile(pile.key, pile.label, pile.side, pile.count, pile.mend, shown[pile.key])
        for pile in piles
        if pile.key in shown
    ]


def _returns():
    return HandoffStep.objects.filter(handoff=OuterRef("pk"), to_stage=HandoffStage.RETURNED)


def _pile():
    reason = Subquery(_returns().order_by("-id").values("reason")[:1])
    unanswered = When(stage=HandoffStage.EXPIRED, then=Value(EXPIRED))
    return Case(unanswered, default=Coalesce(reason, Value("")))


def _named(key, count, reason):
    if key == EXPIRED:
        return Pile(key, _("Answered by nobody"), Side.SALES, count, mend_of(key, Side.SALES))
    side = reason.side if reason else Side.UNKNOWN
    label = str(reason) if reason else key or _("Without a reason")
    return Pile(key, label, side, count, mend_of(key, side))
