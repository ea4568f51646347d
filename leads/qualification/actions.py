from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from funnel.ledger import Asked, move, move_many
from funnel.models import Reason
from funnel.refusal import Refusal
from leads.lead.models import Lead
from leads.stages import HandoffStage, LeadStage


def qualify(lead, *, by, at=None):
    """Marketing says: worth a seller's time."""
    return move(lead, LeadStage.MQL, by=by, at=at)


@transaction.atomic
def disqualify(lead, *, by, reason, words="", at=None):
    """Marketing ends the episode, with a coded reason. Refusal while an offer of it waits."""
    step = move(lead, LeadStage.DISQUALIFIED, by=by, reason=reason, words=words, at=at)
    _refuse_waiting(lead)
    return step


@transaction.atomic
def recycle(lead, *, by, reason, until=None, words="", at=None):
    """Put the lead away until a day; the same lead wakes for its next pass.

    Refusal while an offer of it waits: sales would answer what is no longer offered.
    """
    step = move(lead, LeadStage.RECYCLED, by=by, reason=reason, words=words, until=until, at=at)
    _refuse_waiting(lead)
    if step:
        lead.recycle_until = until
        lead.save(update_fields=["recycle_until"])
    return step


@transaction.atomic
def wake(lead, *, by, at=None):
    """Bring a recycled lead back to where marketing had it."""
    step = move(lead, lead.stage_before_the_line, by=by, at=at)
    if step:
        lead.recycle_until = None
        lead.save(update_fields=["recycle_until"])
    return step


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
    Lead.objects.bulk_update([each.lead for each in away], ["recycle_until"])
    return refused


def _refuse_waiting(lead):
    if lead.handoffs.filter(stage=HandoffStage.OFFERED).exists():
        raise Refusal(_("An offer of it waits for sales. Withdraw that first."))


def _judge(judged, to):
    refused = {each.lead.pk: each.unanswered for each in judged if each.unanswered}
    rest = [each for each in judged if each.lead.pk not in refused]
    held = [each.lead for each in rest]
    return refused | move_many(Lead, [each.asked for each in rest], to, held=held)
