from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from deals.pipeline.models import Deal
from deals.stages import OPEN, DealStage
from funnel.ledger import move
from funnel.models import Organisation
from funnel.money import freeze
from funnel.refusal import Refusal
from leads.models import Lead
from leads.stages import LeadStage


@transaction.atomic
def open_deal(
    *, by, name, lead=None, person=None, amount=None, currency="", rate=None, at=None, **more
):
    """Open a deal on an accepted lead, or on a person alone (sales-sourced). Returns the deal.

    `more`: expected_on, kind, team. Refusal when the lead is not accepted; for money see `freeze`.
    """
    if lead and _stage_now(lead) != LeadStage.ACCEPTED:
        raise Refusal(_("Accept the lead first; a deal opens on an accepted lead."))
    person = lead.person if lead else person
    at = at or now()
    if lead:
        more.setdefault("kind", lead.kind)
    more.setdefault("team", by.teams.order_by("pk").first())
    deal = Deal.objects.create(
        name=name,
        lead=lead,
        person=person,
        company=person.company,
        owner=by,
        opened_at=at,
        sample=person.sample,
        **_worth(amount, currency, rate),
        **more,
    )
    move(deal, DealStage.DISCOVERY, by=by, at=at)
    return deal


def advance(deal, to, *, by, at=None):
    """Take an open deal to another open stage, forward or back. Closing has its own verbs."""
    if to not in OPEN or not deal.is_open:
        raise Refusal(_("Winning, losing and re-opening have their own pages."))
    return move(deal, DealStage(to), by=by, at=at)


def value(deal, *, amount, currency, rate=None):
    """Say what the deal is worth; None is not known. The rate is frozen now."""
    for field, worth in _worth(amount, currency, rate).items():
        setattr(deal, field, worth)
    deal.save(update_fields=["amount", "currency", "rate", "base_amount", "due"])
    return deal


def _stage_now(lead):
    return Lead.objects.select_for_update(of=("self",)).get(pk=lead.pk).stage


def _worth(amount, currency, rate):
    base = Organisation.current().currency
    frozen = freeze(amount, currency or base, base, rate)
    return {
        "amount": frozen.amount,
        "currency": frozen.currency,
        "rate": frozen.rate,
        "base_amount": frozen.base_amount,
        "due": frozen.amount,
    }
