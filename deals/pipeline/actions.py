from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache

from django.db import transaction
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deals.pipeline.models import Deal
from deals.stages import OPEN, DealStage
from funnel.ledger import Asked, move, move_many
from funnel.models import Organisation
from funnel.money import freeze
from funnel.refusal import Refusal
from leads.lead.models import LeadKind
from leads.models import Lead
from leads.stages import LeadStage

ACCEPT_FIRST = gettext_lazy("Accept the lead first; a deal opens on an accepted lead.")


@transaction.atomic
def open_deal(
    *, by, name, lead=None, person=None, amount=None, currency="", rate=None, at=None, **more
):
    """Open a deal on an accepted lead, or on a person alone (sales-sourced). Returns the deal.

    It is the lead's seller's, else `by`'s; a customer's is a repeat unless `kind` says otherwise.
    `more`: expected_on, kind, team. Refusal when the lead is not accepted, and for an expected day
    that is past; for money see `freeze`.
    """
    if lead and _stage_now(lead) != LeadStage.ACCEPTED:
        raise Refusal(ACCEPT_FIRST)
    person = lead.person if lead else person
    at = at or now()
    _ahead(more.get("expected_on"), at)
    owner = (lead.seller if lead else None) or by
    more.setdefault("kind", lead.kind if lead else _kind_for(person))
    more.setdefault("team", owner.teams.order_by("pk").first())
    deal = Deal.objects.create(
        name=name,
        lead=lead,
        person=person,
        company=person.company,
        owner=owner,
        opened_at=at,
        sample=person.sample,
        **_worth(amount, currency, rate),
        **more,
    )
    move(deal, DealStage.DISCOVERY, by=by, at=at)
    return deal


@dataclass(frozen=True)
class Opening:
    """One deal of a set, on the lead it comes from. An unknown amount is None."""

    lead: Lead
    name: str
    by: object
    at: datetime
    amount: Decimal | None = None
    currency: str = ""
    rate: Decimal | None = None
    time_known: bool = True  # a file may know that, not when


@transaction.atomic
def open_many(openings: list[Opening], *, batch=None):
    """Open a set of deals. Returns them, in order; for money see `freeze`.

    Refusal where a lead is not accepted; an import (`batch`) may tell of a deal on a lead that is
    closed already.
    """
    leads = Lead.objects.select_for_update(of=("self",)).in_bulk(
        [each.lead.pk for each in openings]
    )
    allowed = {LeadStage.ACCEPTED, LeadStage.CLOSED} if batch else {LeadStage.ACCEPTED}
    if {lead.stage for lead in leads.values()} - allowed:
        raise Refusal(ACCEPT_FIRST)
    base = Organisation.current().currency
    team_of = cache(lambda user: user.teams.order_by("pk").first())
    deals = Deal.objects.bulk_create(
        _opened(each, base, team_of(each.by), batch) for each in openings
    )
    asked = [
        Asked(deal.pk, each.at, each.by.pk, time_known=each.time_known)
        for deal, each in zip(deals, openings, strict=True)
    ]
    for why in move_many(Deal, asked, DealStage.DISCOVERY, batch=batch, held=deals).values():
        raise Refusal(why, field="at")
    return deals


def advance(deal, to, *, by, at=None):
    """Take an open deal to another open stage, forward or back. Closing has its own verbs."""
    if to not in OPEN or not deal.is_open:
        raise Refusal(_("Winning, losing and re-opening have their own pages."))
    return move(deal, DealStage(to), by=by, at=at)


def value(deal, *, amount, currency, rate=None, due=None):
    """Say what the deal is worth; None is not known. The rate is frozen now.

    `due` is what the customer owes, with tax, where that is more.
    """
    worth = _worth(amount, currency, rate)
    if due is not None:
        worth["due"] = due
    for field, figure in worth.items():
        setattr(deal, field, figure)
    deal.save(update_fields=["amount", "currency", "rate", "base_amount", "due"])
    return deal


def expect(deal, on, *, at=None):
    """Say when it is thought to close; None is not known. Refusal for another day that is past."""
    if on != deal.expected_on:
        _ahead(on, at)
    deal.expected_on = on
    deal.save(update_fields=["expected_on"])
    return deal


@transaction.atomic
def hand_over(deal, *, to):
    """Give the deal, and its open next step, to another seller."""
    deal.owner, deal.team = to, to.teams.order_by("pk").first()
    deal.save(update_fields=["owner", "team"])
    deal.next_steps.filter(done_at=None).update(owner=to)
    return deal


def _ahead(on, at):
    if on and on < localdate(at):
        raise Refusal(_("That day is past; a deal closes today or later."), field="expected_on")


def _kind_for(person):
    return LeadKind.REPEAT if person.customer_since else LeadKind.NEW


def _opened(opening, base, team, batch):
    lead, person = opening.lead, opening.lead.person
    return Deal(
        name=opening.name,
        lead=lead,
        person=person,
        company_id=person.company_id,
        kind=lead.kind,
        owner=opening.by,
        team=team,
        opened_at=opening.at,
        sample=lead.sample,
        batch=batch,
        **_worth(opening.amount, opening.currency, opening.rate, base),
    )


def _stage_now(lead):
    return Lead.objects.locked(lead).stage


def _worth(amount, currency, rate, base=None):
    base = base or Organisation.current().currency
    frozen = freeze(amount, currency or base, base, rate)
    return {
        "amount": frozen.amount,
        "currency": frozen.currency,
        "rate": frozen.rate,
        "base_amount": frozen.base_amount,
        "due": frozen.amount,
    }
