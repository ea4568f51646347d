from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from deals.answers.events import tell_returned
from deals.answers.models import Snooze
from deals.answers.tries import UNREACHABLE, check_tried
from funnel.ledger import Asked, move, move_many
from funnel.refusal import Refusal
from funnel.sets import update
from leads.agreement.reasons import check_agreed
from leads.clocks.evidence import answered
from leads.handoff.actions import offer
from leads.models import Handoff, Lead
from leads.routing.actions.claiming import check_may_take, note_taken
from leads.stages import HandoffStage, LeadStage

TOO_EARLY = "too_early"


@transaction.atomic
def accept(handoff, *, by, at=None):
    """Sales says yes. The hand-off's step is the truth; the lead only follows.

    Whoever accepts out of a queue takes it from there: Refusal by the limits of claims.
    """
    queued = Handoff.objects.waiting().filter(pk=handoff.pk, offered_to=None).exists()
    if queued:
        check_may_take(handoff, by=by, at=at or now())
    step = move(handoff, HandoffStage.ACCEPTED, by=by, at=at)
    if step:
        if queued:
            note_taken(handoff, by=by, at=step.at)
        lead = handoff.lead
        move(lead, LeadStage.ACCEPTED, by=by, at=at)
        lead.seller = by
        lead.save(update_fields=["seller"])
        answered(handoff, step.at)
    return step


@transaction.atomic
def hand_lead_over(lead, *, to):
    """Give an accepted lead, and its open next step, to another seller. Refusal of any other."""
    lead = Lead.objects.locked(lead)
    if lead.stage != LeadStage.ACCEPTED:
        raise Refusal(_("Only an accepted lead has a seller to change."), field="seller")
    lead.seller = to
    lead.save(update_fields=["seller"])
    lead.next_steps.filter(done_at=None).update(owner=to)
    return lead


@dataclass(frozen=True)
class Yes:
    """Sales' answer to one hand-off of a set."""

    handoff: Handoff
    at: datetime
    by: object
    time_known: bool = True  # a file may know that, not when

    def asked(self, subject):
        return Asked(subject.pk, self.at, self.by.pk, time_known=self.time_known)


@transaction.atomic
def accept_many(answers: list[Yes], *, batch=None):
    """Accept a set of hand-offs. Returns {hand-off's key: why} of those that were not.

    `batch` is the import that they come from.
    """
    asked, held = [each.asked(each.handoff) for each in answers], [y.handoff for y in answers]
    refused = move_many(Handoff, asked, HandoffStage.ACCEPTED, batch=batch, held=held)
    going = [each for each in answers if each.handoff.pk not in refused]
    leads = [each.handoff.lead for each in going]
    asked = [each.asked(lead) for each, lead in zip(going, leads, strict=True)]
    for why in move_many(Lead, asked, LeadStage.ACCEPTED, batch=batch, held=leads).values():
        raise Refusal(why)
    for each, lead in zip(going, leads, strict=True):
        lead.seller = each.by
        if each.handoff.accept_for is not None:
            answered(each.handoff, each.at)
    update(leads, ["seller"])
    return refused


@transaction.atomic
def send_back(handoff, *, by, reason, words="", until=None, at=None):
    """Sales says no, with a coded reason; the lead is marketing's again.

    Too early puts it away until a day. Refusal while an open deal hangs on the lead, for a day that
    is past, for a reason that the hand-off's agreement does not name, and for the unreachable who
    was not tried as agreed.
    """
    lead = handoff.lead
    if until and until <= localdate(at):
        raise Refusal(_("That day is past."), field="until")
    if lead.deals.open().exists():
        raise Refusal(_("A deal is open on this lead. Close it first."))
    check_agreed(handoff.agreement, reason)
    if reason and reason.key == UNREACHABLE:
        check_tried(handoff, at=at)
    step = move(
        handoff, HandoffStage.RETURNED, by=by, reason=reason, words=words, until=until, at=at
    )
    if step:
        early = reason.key == TOO_EARLY
        to = LeadStage.RECYCLED if early else lead.stage_before_the_line
        move(lead, to, by=by, reason=reason, words=words, until=until, at=at)
        lead.seller, lead.recycle_until = None, until if early else None
        lead.save(update_fields=["seller", "recycle_until"])
        lead.next_steps.filter(done_at=None).delete()
        answered(handoff, step.at)
        tell_returned(handoff, step, reason)
    return step


def snooze(handoff, *, by, until):
    """Keep a waiting offer out of this person's sight until a moment. Holds no clock."""
    if until <= now():
        raise Refusal(_("That moment is past."), field="until")
    hidden = {"until": until, "sample": handoff.sample}
    return Snooze.objects.update_or_create(handoff=handoff, user=by, defaults=hidden)[0]


@transaction.atomic
def cross(lead, *, by, note="", at=None):
    """One person holds both sides: offered and accepted in one act, recorded as both.

    Twice is once: returns the hand-off that took the lead over the line.
    """
    locked = Lead.objects.locked(lead)
    if locked.stage == LeadStage.ACCEPTED and locked.seller == by:
        return locked.handoffs.get(stage=HandoffStage.ACCEPTED)
    handoff = offer(lead, by=by, to=by, note=note, at=at)
    accept(handoff, by=by, at=at)
    return handoff
