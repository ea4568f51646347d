"""The ledger of what is done with a hand-off without moving it."""

from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.race import lost_race
from funnel.refusal import Refusal
from funnel.steps import recorded
from leads.handoff.models import Handoff, HandoffAct
from leads.stages import HandoffStage


def locked(handoff, *, stages=(HandoffStage.OFFERED,)):
    """The hand-off as it is now; nobody else acts on it before this transaction ends.

    LostRace, which names who moved it on, where its stage is none of `stages`.
    """
    row = Handoff.objects.select_for_update(of=("self",)).get(pk=handoff.pk)
    if row.stage not in stages:
        raise lost_race(row, row.steps.select_related("by").order_by("id").last())
    return row


def write(handoff, kind, *, by, at=None, **what):
    """One act, written once. Refusal for a time that is still to come."""
    at = at or now()
    if at > now():
        raise Refusal(_("That lies in the future."), field="at")
    return HandoffAct.objects.create(
        handoff=handoff,
        kind=kind,
        by=by,
        at=at,
        recorded_at=recorded(at, sample=handoff.sample),
        sample=handoff.sample,
        **what,
    )
