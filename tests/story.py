"""Builders that walk the past with the real verbs; nothing is forged."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from django.utils.timezone import now

from deals.answers.actions import accept
from deals.models import Price, PriceBook
from deals.pipeline.actions import open_deal
from deals.quotes.actions import Line, draft
from funnel.models import Reason
from leads.campaigns.actions import begin as begin_campaign
from leads.forms.actions.drafting import begin
from leads.forms.actions.publishing import publish
from leads.handoff.actions import offer
from leads.lead.actions import capture
from leads.models import Campaign, Channel, Form, Product
from leads.people.actions import find_or_add
from leads.qualification.actions import qualify
from leads.sources.actions import open_source
from leads.touches.models import TouchKind

DAY = timedelta(days=1)
_numbers = count(1)


def a_person(**known):
    known = known or {"name": "Ada Berg", "email": f"person{next(_numbers)}@example.com"}
    return find_or_add(**known)[0]


def a_channel(key="web"):
    return Channel.objects.get_or_create(key=key, defaults={"name": key.title()})[0]


def a_campaign(owner, *, channel="web", name="Spring", stage="live", at=None, **more):
    more.setdefault("starts_on", date(2026, 1, 1))
    begun = Campaign(owner=owner, channel=a_channel(channel), name=name, **more)
    return begin_campaign(begun, by=owner, stage=stage, at=at)


def a_form(campaign, *, title="What would it cost?", company=True, phone=True, **more):
    """A form that is published, with the usual fields; `more`: what holds at once."""
    form = begin(campaign, by=campaign.owner, title=title, company=company, phone=phone)
    publish(form, by=campaign.owner)
    Form.objects.filter(pk=form.pk).update(**more)
    return Form.objects.get(pk=form.pk)


def a_source(owner, *, campaign=None, name="Shop", **more):
    """(source, its key as text)"""
    campaign = campaign or a_campaign(owner)
    source, key = open_source(by=owner, campaign=campaign, name=name, **more)
    return source, key.text


def a_lead(owner, *, at=None, person=None, **more):
    """A captured lead of marketing's."""
    return capture(
        person or a_person(), by=owner, touched=TouchKind.HAND, at=at, owner=owner, **more
    )[0]


def an_mql(owner, *, at=None, **more):
    lead = a_lead(owner, at=at, **more)
    qualify(lead, by=owner, at=at)
    return lead


def an_offer(owner, to=None, *, team=None, tier="", at=None, **more):
    """A waiting hand-off of a qualified lead."""
    return offer(an_mql(owner, at=at, **more), by=owner, to=to, team=team, tier=tier, at=at)


def an_accepted(owner, seller, *, at=None, **more):
    """A lead that has crossed the line."""
    handoff = an_offer(owner, seller, at=at, **more)
    accept(handoff, by=seller, at=at)
    return handoff.lead


def a_deal(owner, seller, *, at=None, amount=Decimal(1000), **more):
    lead = an_accepted(owner, seller, at=at, **more)
    return open_deal(by=seller, name="Ten worktops", lead=lead, amount=amount, at=at)


def a_price(amount="100.00", *, sku=None, tax="19"):
    book, _ = PriceBook.objects.get_or_create(
        name="Prices", currency="EUR", tax_percent=Decimal(tax), starts_on=date(2026, 1, 1)
    )
    product = Product.objects.create(sku=sku or f"P-{next(_numbers)}", name="Worktop")
    return Price.objects.create(price_book=book, product=product, amount=Decimal(amount))


def a_quote(deal, seller, *, price=None, quantity=2, at=None):
    price = price or a_price()
    lines = [Line(price, Decimal(quantity))]
    return draft(deal, by=seller, price_book=price.price_book, lines=lines, at=at)


def a_reason(kind, key):
    return Reason.objects.get(kind=kind, key=key)


def trail(subject):
    """The stages a subject went through, in the order they were written."""
    return list(subject.steps.order_by("id").values_list("to_stage", flat=True))


def ago(**span):
    return now() - timedelta(**span)
