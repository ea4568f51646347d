"""How returns as unreachable and offers that ran out would have fared under a draft."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, F, OuterRef, Q, Subquery

from deals.answers.tries import UNREACHABLE, with_tries
from funnel.models import Team
from leads.agreement.models import Expiry
from leads.models import HandoffStep
from leads.stages import CAME_BACK, HandoffStage
from reports.line_parts import offered_in


@dataclass(frozen=True)
class Tried:
    """Of `returns` as unreachable that stand, those tried less often, or over fewer days, than
    the draft asks."""

    returns: int
    short: int


@dataclass(frozen=True)
class RanOut:
    """Of `offers` that ran out, all of which go where the draft says, those that did so anyway.
    `team` is whose queue that is; None: back to marketing."""

    offers: int
    were: int
    team: Team | None


def tried(draft, period) -> Tried:
    returns = unreachable(period)
    return Tried(returns.count(), returns.filter(_short_of(draft)).count())


def short_under(draft, period):
    """The hand-offs behind `Tried.short`, with `tries`, `first_try` and `back_at`."""
    return unreachable(period).filter(_short_of(draft))


def unreachable(period):
    """The hand-offs offered in `period` that came back as unreachable, with their attempts."""
    back = HandoffStep.objects.filter(
        handoff=OuterRef("pk"), to_stage=HandoffStage.RETURNED, reason=UNREACHABLE
    )
    rows = offered_in(period).filter(stage__in=CAME_BACK)
    rows = rows.annotate(back_at=Subquery(back.values("at")[:1])).filter(back_at__isnull=False)
    return with_tries(rows, F("back_at"))


def ran_out(draft, period) -> RanOut:
    alike = Q(agreement__on_expiry=draft.on_expiry, agreement__expiry_team=draft.expiry_team)
    if draft.on_expiry == Expiry.BACK:
        alike = Q(agreement=None) | Q(agreement__on_expiry=Expiry.BACK)
    rows = offered_in(period).filter(stage=HandoffStage.EXPIRED)
    counts = rows.aggregate(offers=Count("pk"), were=Count("pk", filter=alike))
    return RanOut(**counts, team=draft.expiry_team)


def _short_of(draft):
    begun_late = Q(first_try__gt=F("back_at") - timedelta(days=draft.over_days))
    return Q(tries__lt=draft.attempts) | begun_late
