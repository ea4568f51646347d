"""A return that marketing does not accept, and how a manager decides it."""

from django.db import transaction
from django.utils.translation import gettext as _

from funnel.ledger import move
from funnel.refusal import Refusal
from leads.disputes.events import tell_answered, tell_decided, tell_disputed
from leads.handoff.actions import offer
from leads.handoff.acts import locked, write
from leads.handoff.models import ActKind
from leads.qualification.actions import wake
from leads.stages import CAME_BACK, HandoffStage, LeadStage

OURS = (LeadStage.CAPTURED, LeadStage.MQL, LeadStage.RECYCLED)


@transaction.atomic
def reply(handoff, *, by, words, at=None):
    """Marketing's words to a return; it stands. Refusal without words."""
    row = locked(handoff, stages=CAME_BACK)
    if not words.strip():
        raise Refusal(_("Write your answer."), field="words")
    act = write(row, ActKind.ANSWERED, by=by, at=at, words=words)
    tell_answered(row, act)
    return act


@transaction.atomic
def dispute(handoff, *, by, words, at=None):
    """Marketing contests a return, in words. Refusal without them."""
    if not words.strip():
        raise Refusal(_("Say why the return is not right."), field="words")
    step = move(handoff, HandoffStage.DISPUTED, by=by, words=words, at=at)
    if step:
        tell_disputed(handoff, step)
    return step


@transaction.atomic
def uphold(handoff, *, by, words, at=None):
    """A manager decides, in words: the return stands. Refusal without them."""
    _check_said(words)
    step = move(handoff, HandoffStage.UPHELD, by=by, words=words, at=at)
    if step:
        tell_decided(handoff, step)
    return step


@transaction.atomic
def overturn(handoff, *, by, words, to=None, team=None, at=None):
    """A manager decides, in words: it no longer counts against marketing, and the lead is offered
    again.

    The new hand-off is marketing's, to the same receiver unless `to` or `team` names another; none
    is made where the lead has gone on since. Returns it, or None. Refusal without words.
    """
    _check_said(words)
    step = move(handoff, HandoffStage.OVERTURNED, by=by, words=words, at=at)
    if step is None:
        return None
    tell_decided(handoff, step)
    lead = handoff.lead
    lead.refresh_from_db()
    if lead.stage not in OURS:
        return None
    if lead.stage == LeadStage.RECYCLED:
        wake(lead, by=by, at=at)
    to, team = (to, team) if to or team else (handoff.offered_to, handoff.team)
    return offer(lead, by=by, to=to, team=team, note=handoff.note, at=at)


def _check_said(words):
    if not words.strip():
        raise Refusal(_("Say why, for both sides."), field="words")
