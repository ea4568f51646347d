from django.db import transaction

from funnel.ledger import move
from leads.stages import LeadStage


def qualify(lead, *, by, at=None):
    """Marketing says: worth a seller's time."""
    return move(lead, LeadStage.MQL, by=by, at=at)


def disqualify(lead, *, by, reason, words="", at=None):
    """Marketing ends the episode, with a coded reason."""
    return move(lead, LeadStage.DISQUALIFIED, by=by, reason=reason, words=words, at=at)


@transaction.atomic
def recycle(lead, *, by, reason, until=None, words="", at=None):
    """Put the lead away until a day; the same lead wakes for its next pass."""
    step = move(lead, LeadStage.RECYCLED, by=by, reason=reason, words=words, until=until, at=at)
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
