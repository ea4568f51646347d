"""A small invented business beside the real one."""

from decimal import Decimal

from django.apps import apps

from deals.closing.actions import win
from deals.quotes.actions import send
from funnel.models import Organisation, Team
from leads.campaigns.actions import begin
from leads.models import Campaign, Channel
from leads.spending.actions import log_spend
from reports.sample.tables import marked
from tests.cast import a_user
from tests.story import (
    a_deal,
    a_form,
    a_person,
    a_quote,
    a_reason,
    ago,
)


def a_sample():
    """A small invented business: two people, a team, a campaign with its form, a won deal."""
    mia, sven = a_user("Mia", "marketer", sample=True), a_user("Sven", "salesperson", sample=True)
    team = Team.objects.create(name="Demo", sample=True)
    team.members.add(sven)
    channel = Channel.objects.create(key="radio", name="Radio", sample=True)
    begins = ago(days=60)
    campaign = begin(
        Campaign(name="Jingle", channel=channel, owner=mia, starts_on=begins.date(), sample=True),
        by=mia,
        stage="live",
        at=begins,
    )
    log_spend(
        campaign, by=mia, on=ago(days=50).date(), what="Air", amount=Decimal(9), currency="EUR"
    )
    form = a_form(campaign, title="Ask")
    _bought(a_deal(mia, sven, person=invented("Eva"), campaign=campaign, at=ago(days=30)), sven)
    Organisation.current()
    Organisation.objects.update(sample_until=ago().date())
    return {"mia": mia, "sven": sven, "team": team, "campaign": campaign, "form": form}


def _bought(deal, seller):
    quote = a_quote(deal, seller, at=ago(days=29))
    send(quote, by=seller, at=ago(days=28))
    deal.refresh_from_db()
    win(deal, by=seller, reason=a_reason("win", "trust"), at=ago(days=27))


def invented(name):
    return a_person(name=name, email=f"{name.lower()}@invented.example", sample=True)


def left():
    """How many sample rows each table still holds, histories too."""
    models = [*marked(), *(m for m in apps.get_models() if hasattr(m, "pgh_tracked_model"))]
    counts = {
        model._meta.db_table: model._base_manager.filter(sample=True).count()
        for model in models
        if any(field.name == "sample" for field in model._meta.fields)
    }
    return {table: count for table, count in counts.items() if count}


def real_rows():
    """Every real row of every marked table, as it is."""
    rows = {}
    for model in marked():
        fields = [field.attname for field in model._meta.concrete_fields]
        rows[model] = list(model._base_manager.filter(sample=False).order_by("pk").values(*fields))
    return rows
