"""The line itself: every offer and what became of it."""

from django.db.models import Exists, OuterRef, Prefetch
from django.utils.translation import gettext as _

from funnel.models import ReasonKind, Side
from leads.handoff.models import ActKind
from leads.models import HandoffAct, HandoffStep
from leads.routing.telling import because, told_to
from leads.stages import HandoffStage
from reports.journey.events import Crossing

SIDES = dict(Side.choices)


def crossings(lead, labels, reader):
    """One Crossing per answer, and one for an offer that waits; newest first. The first of each
    offer tells how its receiver was found."""
    steps = HandoffStep.objects.select_related("by").order_by("id")
    handoffs = lead.handoffs.select_related("offered_by", "offered_to", "team").order_by("pass_no")
    passed_on = HandoffAct.objects.filter(handoff=OuterRef("pk"), kind=ActKind.REROUTED)
    handoffs = handoffs.annotate(passed_on=Exists(passed_on))
    found, last = [], None
    for handoff in handoffs.prefetch_related(Prefetch("steps", steps, to_attr="walked")):
        offered, *answers = handoff.walked
        why = {"chosen": _chosen(handoff, last), "rules": told_to(reader, handoff.trace)}
        if not answers:
            found.append(_crossing(handoff, offered, at=offered.at, state="waiting", rank=3, **why))
        before = offered
        for answer in answers:
            found.append(_answered(handoff, offered, before, answer, labels, why))
            before, why = answer, {}
        last = before
    return found[::-1]


def _chosen(handoff, last):
    """How the receiver was found; `last` is the step before this offer, of the offer before it."""
    if handoff.trace:
        words = {"to": handoff.trace[-1]["to"], "why": because(handoff.trace)}
        if handoff.passed_on:
            return _("at first by the rules to %(to)s, because of %(why)s") % words
        return _("by the rules, because of %(why)s") % words
    if last and last.to_stage == HandoffStage.EXPIRED and last.at == handoff.offered_at:
        return _("by the Agreement, because nobody had answered")
    known = handoff.offered_by and not handoff.batch_id and not handoff.passed_on
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
