from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from funnel.ledger import Asked, move, move_many
from funnel.models import Reason
from funnel.race import lost_race
from funnel.refusal import Refusal
from funnel.sets import update
from leads.agreement.check import check
from leads.agreement.queries import in_force
from leads.agreement.reasons import check_agreed
from leads.lead.actions import take_up
from leads.lead.events import tell_qualified
from leads.lead.models import Lead
from leads.stages import LeadStage

THE_LINE = (LeadStage.OFFERED, LeadStage.ACCEPTED, LeadStage.CLOSED)


@transaction.atomic
def qualify(lead, *, by, at=None):
    """Marketing says: worth a seller's time. Refusal where the lead is at the line or beyond it."""
    _check_ours(lead, LeadStage.MQL, by)
    return move(lead, LeadStage.MQL, by=by, at=at)


@transaction.atomic
def qualify_by_agreement(lead, agreement, *, at=None):
    """Qualify a lead that meets all that `agreement` asks. Returns the step.

    Returns None where it is not marketing's to qualify any more, was qualified before, or does not
    meet all of it; what nobody can tell is not met.
    """
    held = Lead.objects.locked(lead)
    if held.stage != LeadStage.CAPTURED or held.stage_before_the_line != LeadStage.CAPTURED:
        return None
    if not all(each.met for each in check(held, agreement, at)):
        return None
    step = move(held, LeadStage.MQL, by=None, words=_("%s is met.") % agreement, at=at)
    if step:
        tell_qualified(held, step)
    return step


@transaction.atomic
def disqualify(lead, *, by, reason, words="", at=None):
    """Marketing ends the episode, with a reason that the agreement names. Else as `qualify`."""
    _check_ours(lead, LeadStage.DISQUALIFIED, by)
    check_agreed(in_force(at), reason)
    return move(lead, LeadStage.DISQUALIFIED, by=by, reason=reason, words=words, at=at)


@transaction.atomic
def recycle(lead, *, by, reason, until=None, words="", at=None):
    """Put the lead away until a day; the same lead wakes for its next pass.

    Refusal for a reason that the agreement does not name, for a day that is past, and while an
    offer of it waits: sales would answer what is no longer offered.
    """
    _check_ours(lead, LeadStage.RECYCLED, by, at_the_line=[LeadStage.OFFERED])
    check_agreed(in_force(at), reason)
    _check_to_come(until, at)
    step = move(lead, LeadStage.RECYCLED, by=by, reason=reason, words=words, until=until, at=at)
    if step:
        lead.recycle_until = until
        lead.save(update_fields=["recycle_until"])
    return step


@transaction.atomic
def put_off(lead, *, by, until, at=None):
    """Let a sleeping lead wake on another day. Returns it, or None if that was its day already.

    Refusal where it is awake, and for a day that is past.
    """
    held = Lead.objects.locked(lead)
    if held.stage != LeadStage.RECYCLED:
        raise Refusal(_("It is awake: there is no day to change."))
    _check_to_come(until, at)
    if held.recycle_until == until:
        return None
    held.recycle_until = until
    held.save(update_fields=["recycle_until"])
    return held


@transaction.atomic
def wake(lead, *, by, at=None):
    """Bring a recycled lead back to where marketing had it."""
    _check_ours(lead, lead.stage_before_the_line, by)
    return take_up(lead, by=by, at=at)


@dataclass(frozen=True)
class Judged:
    """What marketing says of one lead of a set."""

    lead: Lead
    at: datetime
    by: object = None
    reason: Reason | None = None
    words: str = ""
    until: date | None = None

    @property
    def asked(self):
        key, side = (self.reason.key, self.reason.side) if self.reason else ("", "")
        by = self.by.pk if self.by else None
        return Asked(self.lead.pk, self.at, by, reason=key, side=side, words=self.words)

    @property
    def unanswered(self):
        """What the reason asks for and was not given, in words; "" where it is all there."""
        try:
            if self.reason:
                self.reason.check_answered(self.words, self.until)
        except Refusal as refusal:
            return str(refusal)
        return ""


def qualify_many(judged: list[Judged]):
    """Qualify a set of leads. Returns {lead's key: why} of those that were not."""
    return _judge(judged, LeadStage.MQL)


def disqualify_many(judged: list[Judged]):
    """End a set of episodes. Returns {lead's key: why} of those that were not."""
    return _judge(judged, LeadStage.DISQUALIFIED)


@transaction.atomic
def recycle_many(judged: list[Judged]):
    """Put a set of leads away. Returns {lead's key: why} of those that were not."""
    refused = _judge(judged, LeadStage.RECYCLED)
    away = [each for each in judged if each.lead.pk not in refused]
    for each in away:
        each.lead.recycle_until = each.until
    update([each.lead for each in away], ["recycle_until"])
    return refused


def _check_to_come(until, at):
    if until and until <= localdate(at):
        raise Refusal(_("That day is past."), field="until")


def _check_ours(lead, to, by, at_the_line=THE_LINE):
    """At the line and beyond it a lead moves with its hand-off, or not at all."""
    locked = Lead.objects.locked(lead)
    if locked.stage not in at_the_line:
        return
    last = locked.steps.select_related("by").order_by("id").last()
    raise lost_race(locked, last) if last.by != by else locked.machine.refusal(locked.stage, to)


def _judge(judged, to):
    refused = {each.lead.pk: each.unanswered for each in judged if each.unanswered}
    rest = [each for each in judged if each.lead.pk not in refused]
    held = [each.lead for each in rest]
    return refused | move_many(Lead, [each.asked for each in rest], to, held=held)
