from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.ledger import Asked, move, move_many
from funnel.refusal import Refusal
from leads.handoff.clock import stop, wind
from leads.handoff.events import tell_all_offered, tell_offered, tell_withdrawn
from leads.handoff.evidence import evidence, touches_before
from leads.handoff.models import Handoff
from leads.handoff.promises import Promises
from leads.lead.models import Lead
from leads.scoring.score import scores
from leads.stages import HandoffStage, LeadStage


@transaction.atomic
def offer(lead, *, by, to=None, team=None, note="", tier="", at=None, trace=None):
    """Marketing offers the lead to a person, or to a team's queue. Returns the hand-off.

    The evidence is frozen with the offer, and so is `trace`, how the rules chose. Both clocks begin
    to run, by the Agreement's times for `tier`; without one the Agreement says which it is.
    Offering again what the same person already offered returns the waiting hand-off. Refusal
    without a receiver; LostRace when someone else offered.
    """
    _check_receiver(to, team)
    at = at or now()
    if move(lead, LeadStage.OFFERED, by=by, at=at) is None:
        return lead.handoffs.waiting().get()
    (handoff,) = _handoffs([Offer(lead, at, by, to, team, note, tier, trace=trace)], None)
    handoff.save(force_insert=True)
    tell_offered(handoff, move(handoff, HandoffStage.OFFERED, by=by, at=at))
    return handoff


@dataclass(frozen=True)
class Offer:
    """One lead of a set that is to be offered, and to whom; without `to` to the team's queue."""

    lead: Lead
    at: datetime
    by: object
    to: object = None
    team: object = None
    note: str = ""
    tier: str = ""
    time_known: bool = True  # a file may know that, not when
    trace: list | None = None  # how the rules chose

    def asked(self, subject):
        return Asked(subject.pk, self.at, self.by and self.by.pk, time_known=self.time_known)


@transaction.atomic
def offer_many(offers: list[Offer], *, batch=None):
    """Offer a set of leads. Returns (hand-offs, {lead's key: why} of those not offered).

    `batch` is the import that they come from.
    """
    for each in offers:
        _check_receiver(each.to, each.team)
    asked, leads = [each.asked(each.lead) for each in offers], [each.lead for each in offers]
    refused = move_many(Lead, asked, LeadStage.OFFERED, batch=batch, held=leads)
    going = [each for each in offers if each.lead.pk not in refused]
    handoffs = Handoff.objects.bulk_create(_handoffs(going, batch))
    asked = [each.asked(handoff) for each, handoff in zip(going, handoffs, strict=True)]
    move_many(Handoff, asked, HandoffStage.OFFERED, batch=batch, held=handoffs)
    if batch is None:
        tell_all_offered(handoffs)
    return handoffs, refused


@transaction.atomic
def withdraw(handoff, *, by, words="", at=None):
    """Marketing takes a waiting offer back; the lead is where it was before."""
    step = move(handoff, HandoffStage.WITHDRAWN, by=by, words=words, at=at)
    if step:
        move(handoff.lead, handoff.lead.stage_before_the_line, by=by, words=words, at=at)
        stop(handoff)
        tell_withdrawn(handoff, step)
    return step


def withdraw_many(handoffs, *, by, words="", at=None):
    """Take back those of a set that still wait. Returns ({hand-off's key}, {key: why} of the rest).

    Each by itself: what sales has answered meanwhile stays answered.
    """
    refused = {}
    for handoff in handoffs:
        try:
            withdraw(handoff, by=by, words=words, at=at)
        except Refusal as refusal:
            refused[handoff.pk] = str(refusal)
    return {each.pk for each in handoffs} - refused.keys(), refused


def _check_receiver(to, team):
    if to is None and team is None:
        raise Refusal(_("Choose who gets this lead."), field="to")


def _handoffs(offers, batch):
    keys = [each.lead.pk for each in offers]
    related = Lead.objects.select_related("person__company", "campaign", "channel", "product")
    leads = related.in_bulk(keys)
    before = Handoff.objects.filter(lead__in=keys).values_list("lead").annotate(Max("pass_no"))
    passes = dict(before.order_by())
    moments = {each.lead.pk: each.at for each in offers}
    touches, promised = touches_before(moments), Promises(moments, leads.values())
    scored = scores(leads.values(), moments)
    team_of = cache(lambda to: to.teams.order_by("pk").first())
    for each in offers:
        lead, team = leads[each.lead.pk], each.team or team_of(each.to)
        agreement, checks, term = promised.to(lead, each.tier)
        handoff = Handoff(
            lead=each.lead,
            pass_no=passes.get(lead.pk, 0) + 1,
            offered_by=each.by,
            offered_to=each.to,
            team=team,
            first_to=each.to,
            first_team=team,
            offered_at=each.at,
            note=each.note,
            evidence=evidence(lead, touches[lead.pk], agreement, checks, term, scored.get(lead.pk))
            | {"queue": each.to is None},
            agreement=agreement if agreement.pk else None,
            tier=term.tier,
            trace=each.trace,
            sample=lead.sample,
            batch=batch,
        )
        if each.time_known and not batch:
            hours = promised.hours(team)
            wind(handoff, accept_for=term.accept, contact_for=term.contact, hours=hours)
        yield handoff
