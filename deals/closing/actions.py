from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from deals.activities.models import NextStep
from deals.pipeline.models import Deal
from deals.stages import OPEN, DealStage
from funnel.ledger import Asked, move, move_many
from funnel.models import Reason
from funnel.refusal import Refusal
from funnel.sets import update
from leads.models import Lead, Person
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
    sleeps until that day instead. Refusal without an answer to `knowable`, and where the lead
    cannot go back: there is none, another deal is open on it, or that day is past.
    """
    if not knowable:
        raise Refusal(_("Could it have been known at the hand-off?"), field="knowable")
    if back_until:
        _may_go_back(deal, back_until, at)
    step = move(deal, DealStage.LOST, by=by, reason=reason, words=words, at=at)
    if step:
        deal.knowable = knowable
        deal.save(update_fields=["knowable"])
        _drop_next_step(deal)
        _close_lead(deal, by=by, at=at, back_until=back_until, back_reason=back_reason)
    return step


@dataclass(frozen=True)
class Closing:
    """How one deal of a set ended. `knowable` as in `lose`; `flag` is what was odd about it."""

    deal: Deal
    at: datetime
    by: object
    reason: Reason
    words: str = ""
    knowable: str = ""
    flag: str = ""

    @property
    def asked(self):
        return Asked(
            self.deal.pk,
            self.at,
            self.by.pk,
            reason=self.reason.key,
            side=self.reason.side,
            words=self.words,
            flag=self.flag,
        )


@transaction.atomic
def win_many(closings: list[Closing], *, batch=None):
    """Win a set of deals. Returns {deal's key: why} of those that were not won."""
    refused, gone = _close(closings, DealStage.WON, batch)
    since = {}
    for each in sorted(gone, key=lambda each: each.at):
        since.setdefault(each.deal.person_id, each.at)
    people = list(Person.objects.filter(pk__in=since, customer_since=None))
    for person in people:
        person.customer_since = since[person.pk]
    update(people, ["customer_since"])
    return refused


@transaction.atomic
def lose_many(closings: list[Closing], *, batch=None):
    """Lose a set of deals. Returns {deal's key: why} of those that were not lost."""
    refused, gone = _close(closings, DealStage.LOST, batch)
    for each in gone:
        each.deal.knowable = each.knowable
    update([each.deal for each in gone], ["knowable"])
    return refused


@transaction.atomic
def reopen(deal, *, by, to=DealStage.COMMITTED, at=None):
    """Take back the closing; history stays.

    Refusal when the person has a newer open lead, or the lead itself is marketing's again.
    """
    lead = deal.lead
    if lead:
        lead.refresh_from_db(fields=["stage", "stage_since"])
    if lead and lead.stage not in (LeadStage.CLOSED, LeadStage.ACCEPTED):
        raise Refusal(_("The lead went back to marketing; a new deal opens when it comes again."))
    step = move(deal, to, by=by, at=at)
    if step and lead and lead.stage == LeadStage.CLOSED:
        try:
            with transaction.atomic():
                move(lead, LeadStage.ACCEPTED, by=by, at=at)
        except IntegrityError as clash:
            raise Refusal(_("This person has a newer open lead; open a new deal on it.")) from clash
    return step


def _may_go_back(deal, until, at):
    problem = None
    if deal.lead is None:
        problem = _("There is no lead that could go back.")
    elif deal.lead.deals.open().exclude(pk=deal.pk).exists():
        problem = _("Another deal is open on this lead; it stays with sales.")
    elif until <= localdate(at):
        problem = _("That day is past.")
    if problem:
        raise Refusal(problem, field="back_until")


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


def _close(closings, to, batch):
    """Close deals, and the leads whose last open deals these are. Returns (refused, closed)."""
    asked, deals = [each.asked for each in closings], [each.deal for each in closings]
    refused = move_many(Deal, asked, to, batch=batch, held=deals)
    gone = [each for each in closings if each.deal.pk not in refused]
    last = {each.deal.lead_id: each for each in sorted(gone, key=lambda each: each.at)}
    done = Lead.objects.filter(pk__in=last, stage=LeadStage.ACCEPTED)
    done = done.exclude(deals__stage__in=OPEN).values_list("pk", flat=True)
    asked = [Asked(pk, last[pk].at, last[pk].by.pk) for pk in done]
    move_many(Lead, asked, LeadStage.CLOSED, batch=batch)
    steps = NextStep.objects.filter(done_at=None)
    steps.filter(deal__in=[each.deal for each in gone]).delete()
    steps.filter(lead__in=[each.pk for each in asked]).delete()
    return refused, gone


def _drop_next_step(deal):
    deal.next_steps.filter(done_at=None).delete()
