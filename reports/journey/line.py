"""The line itself: every offer and what became of it."""

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from funnel.models import ReasonKind, Side
from leads.models import HandoffStep
from leads.routing.telling import because, told_to
from leads.stages import HandoffStage
from reports.journey.events import Crossing

SIDES = dict(Side.choices)


def offers(lead):
    """Its hand-offs, oldest first, each with its steps as `walked`."""
    steps = HandoffStep.objects.select_related("by").order_by("id")
    rows = lead.handoffs.select_related("offered_by", "first_to", "first_team").order_by("pass_no")
    return list(rows.prefetch_related(Prefetch("steps", steps, to_attr="walked")))


def crossings(handoffs, held, labels, reader):
    """One Crossing per answer, and one for an offer that waits; newest first. The first of each
    offer tells how its receiver was found. `held` are the holdings of these `offers`."""
    found, last = [], None
    for handoff in handoffs:
        offered, *answers = handoff.walked
        handoff.offered_first_to = str(held[handoff.pk][0])
        why = {"chosen": _chosen(handoff, last), "rules": told_to(reader, handoff.trace)}
        if not answers:
            now = held[handoff.pk][-1]
            waits = {"waits_for": str(now), "waits_since": now.since, "state": "waiting"}
            found.append(_crossing(handoff, offered, at=offered.at, rank=3, **waits, **why))
        before = offered
        for answer in answers:
            found.append(_answered(handoff, offered, before, answer, labels, why))
            before, why = answer, {}
        last = before
    return found[::-1]


def _chosen(handoff, last):
    """How the receiver was found; `last` is the step before this offer, of the offer before it."""
    if handoff.trace:
        return _("by the rules, because of %(why)s") % {"why": because(handoff.trace)}
    if last and last.to_stage == HandoffStage.EXPIRED and last.at == handoff.offered_at:
        return _("by the Agreement, because nobody had answered")
    known = handoff.offered_by and not handoff.batch_id
    return _("chosen by %s") % handoff.offered_by if known else ""


def _answered(handoff, offered, before, answer, labels, why):
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
        **why,
    )


def _crossing(handoff, offered, **more):
    return Crossing(
        handoff=handoff.pk,
        pass_no=handoff.pass_no,
        offered_at=offered.at,
        offered_by=handoff.offered_by.name if handoff.offered_by else "",
        note=handoff.note,
        tier=handoff.get_tier_display(),
        offered_to=handoff.offered_first_to,
        **more,
    )
