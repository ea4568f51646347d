from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from deals.stages import DealStage
from funnel.ledger import move
from funnel.refusal import Refusal
from leads.models import Person
from leads.qualification.actions import recycle
from leads.stages import LeadStage


@transaction.atomic
def win(deal, *, by, reason, words="", at=None):
    """The customer bought. Closes the lead with its last open deal."""
    step = move(deal, DealStage.WON, by=by, reason=reason, words=words, at=at)
    if step:
        Person.objects.filter(pk=deal.person_id, customer_since=None).update(customer_since=step.at)
        _drop_next_step(deal)
        _close_lead(deal, by=by, at=at)
    return step


@transaction.atomic
def lose(deal, *, by, reason, knowable, words="", back_until=None, back_reason=None, at=None):
    """The customer did not buy: why, and could it have been known at the hand-off?

    Closes the lead with its last open deal; with `back_until` the lead returns to marketing and
    sleeps until that day instead. Refusal without an answer to `knowable`.
    """
    if not knowable:
        raise Refusal(_("Could it have been known at the hand-off?"), field="knowable")
    step = move(deal, DealStage.LOST, by=by, reason=reason, words=words, at=at)
    if step:
        deal.knowable = knowable
        deal.save(update_fields=["knowable"])
        _drop_next_step(deal)
        _close_lead(deal, by=by, at=at, back_until=back_until, back_reason=back_reason)
    return step


@transaction.atomic
def reopen(deal, *, by, to=DealStage.COMMITTED, at=None):
    """Take back the closing; history stays. Refusal when the person has a newer open lead."""
    step = move(deal, to, by=by, at=at)
    lead = deal.lead
    if step and lead and lead.steps.last().to_stage == LeadStage.CLOSED:
        try:
            with transaction.atomic():
                move(lead, LeadStage.ACCEPTED, by=by, at=at)
        except IntegrityError as clash:
            raise Refusal(_("This person has a newer open lead; open a new deal on it.")) from clash
    return step


def _close_lead(deal, *, by, at, back_until=None, back_reason=None):
    lead = deal.lead
    if lead:
        lead.refresh_from_db(fields=["stage", "stage_since"])
    if lead is None or lead.stage != LeadStage.ACCEPTED or lead.deals.open().exists():
        return
    if back_until:
        recycle(lead, by=by, reason=back_reason, until=back_until, at=at)
    else:
        move(lead, LeadStage.CLOSED, by=by, at=at)
    lead.next_steps.filter(done_at=None).delete()


def _drop_next_step(deal):
    deal.next_steps.filter(done_at=None).delete()
