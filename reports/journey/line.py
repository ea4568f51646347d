"""The line itself: every offer and what became of it."""

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from funnel.models import ReasonKind, Side
from leads.models import HandoffStep
from leads.stages import HandoffStage
from reports.journey.events import Crossing

SIDES = dict(Side.choices)


def crossings(lead, labels):
    """One Crossing per answer, and one for an offer that waits; newest first."""
    steps = HandoffStep.objects.select_related("by").order_by("id")
    handoffs = lead.handoffs.select_related("offered_by", "offered_to", "team").order_by("pass_no")
    found = []
    for handoff in handoffs.prefetch_related(Prefetch("steps", steps, to_attr="walked")):
        offered, *answers = handoff.walked
        if not answers:
            found.append(_crossing(handoff, offered, at=offered.at, state="waiting", rank=3))
        before = offered
        for answer in answers:
            found.append(_answered(handoff, offered, before, answer, labels))
            before = answer
    return found[::-1]


def _answered(handoff, offered, before, answer, labels):
    known = before.time_known and answer.time_known
    return _crossing(
        handoff,
        offered,
        at=answer.at,
        state=answer.to_stage,
        rank=4,
        by=answer.by.name if answer.by else "",
        waited=answer.at - before.at if known else None,
        after_acceptance=before.to_stage == HandoffStage.ACCEPTED,
        reason=labels.get((ReasonKind.RETURN, answer.reason), answer.reason),
        side_of_reason=str(SIDES.get(answer.side, "")),
        words=answer.words,
        flag=answer.flag,
        time_known=answer.time_known,
    )


def _crossing(handoff, offered, **more):
    to = handoff.offered_to.name if handoff.offered_to else ""
    queue = _("the queue of %s") % handoff.team if handoff.team and not to else ""
    return Crossing(
        handoff=handoff.pk,
        pass_no=handoff.pass_no,
        offered_at=offered.at,
        offered_by=handoff.offered_by.name if handoff.offered_by else "",
        offered_to=to or queue,
        note=handoff.note,
        **more,
    )
