"""What the page of the Agreement shows of one version."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import now

from funnel.models import Side
from leads.agreement import clauses
from leads.agreement.models import SIDES, Agreement, Signature
from leads.agreement.queries import latest_signed, versions
from leads.agreement.views import SIGNING


@dataclass(frozen=True)
class Signing:
    """One side of the foot: who signed for it, and whether the reader may."""

    side: str
    label: str
    signature: Signature | None
    may: bool


@dataclass(frozen=True)
class Version:
    agreement: Agreement
    until: datetime | None
    state: str


def texts(agreement, other):
    """Both columns; with `other`, what differs from it is marked."""
    return {
        "definition": clauses.definition(agreement, other),
        "qualifying": clauses.qualifying(agreement, other),
        "tiers": clauses.tiers(agreement, other),
        "endings": clauses.endings(agreement, other),
        "duties": clauses.duties(agreement, other),
    }


def signings(agreement, user):
    """[Signing] of both sides, marketing first."""
    there = {}
    if agreement.pk:
        there = {each.side: each for each in agreement.signatures.select_related("by")}
    return [
        Signing(side, Side(side).label, there.get(side), user.has_perm(SIGNING[side]))
        for side in SIDES
    ]


def history(holding):
    """[Version] of what both signed, the latest first."""
    return [Version(each, until, state(each, holding)) for each, until in versions()]


def state(agreement, holding):
    """built_in, draft, coming, holding or over."""
    if agreement.is_built_in:
        return "built_in"
    if agreement.is_draft:
        return "draft"
    if agreement.holds_from > now():
        return "coming"
    return "holding" if agreement == holding else "over"


def follows(agreement):
    """The version that both signed and that is still to come after `agreement`, or None."""
    last = latest_signed()
    return last if last.number > agreement.number else None
