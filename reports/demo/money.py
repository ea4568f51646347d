"""The company's money: what each head was meant to have month by month, and what it got.

In the last five months the new press eats it: making the product takes nearly all, and the other
two starve. That is the third thing one should see in this year.
"""

from datetime import timedelta
from decimal import Decimal

from funnel.months import after, first_of, last_of
from leads.spending.actions import log_spend, set_budget
from leads.spending.models import Head, SpendKind

MEANT = {Head.PRODUCT: 21000, Head.DEMAND: 9000, Head.CLOSING: 12000}
SPENT = {  # head: (what, vendor, kind, how much of a month's money)
    Head.PRODUCT: (
        ("Felt and fleece", "Filzwerk Oder", SpendKind.PRODUCTION, 0.55),
        ("Workshop rent and power", "Speicher Nuthe GmbH", SpendKind.OTHER, 0.45),
    ),
    Head.CLOSING: (
        ("Visits and measuring", "Havel Mobil", SpendKind.PEOPLE, 0.6),
        ("Sample boxes", "Karton Klein", SpendKind.PRODUCTION, 0.25),
        ("Quoting and telephone", "Leitung & Co", SpendKind.TOOL, 0.15),
    ),
}
PRESS = 5  # months before the end in which the press is bought and paid off
CUT = 0.35  # of its money that closing still gets while it is
EATS = 2.6  # as much as the product's usual month


def run(world):
    """Budgets of the twelve months that end with the demo, and the money of every head."""
    last = first_of(world.calendar.last)
    months = [after(last, -back) for back in range(11, -1, -1)]
    for head, amount in MEANT.items():
        said = {month: Decimal(amount) for month in months}
        set_budget(said, head=head, sample=True)
    for number, month in enumerate(months):
        eaten = number >= len(months) - PRESS
        for head, parts in SPENT.items():
            _pay(world, month, head, parts, _factor(head, eaten=eaten))
        if number == len(months) - PRESS:
            _press(world, month, months[-1])
    _campaigns(world, months)


def _factor(head, *, eaten):
    return CUT if eaten and head == Head.CLOSING else 1.0


def _pay(world, month, head, parts, factor):
    rng = world.dice("money", head, month.isoformat())
    for what, vendor, kind, part in parts:
        day = month + timedelta(days=rng.randrange(2, 24))
        if day >= world.calendar.last:
            continue
        amount = MEANT[head] * part * factor * rng.uniform(0.9, 1.1)
        said = {"what": what, "vendor": vendor, "kind": kind}
        said["invoice"] = f"{day:%y%m}-{rng.randrange(100, 999)}"
        until = last_of(month) if what.endswith("power") else None
        _log(world, day.replace(day=1) if until else day, amount, head, until=until, **said)


def _press(world, first, last):
    said = {"what": "Press and moulds", "vendor": "Pressenbau Zwickau", "invoice": "PZ-2207"}
    amount = MEANT[Head.PRODUCT] * EATS * PRESS
    kind = SpendKind.PRODUCTION
    _log(world, first, amount, Head.PRODUCT, until=last_of(last), kind=kind, **said)


def _log(world, on, amount, head, **said):
    cents = Decimal(round(amount, 2)).quantize(Decimal("0.01"))
    money = {"amount": cents, "currency": world.organisation.currency}
    by, at = world.cast.users["greta"], world.morning(on)
    log_spend(by=by, on=on, head=head, at=at, sample=True, **money, **said)


def _campaigns(world, months):
    """What the campaigns that still run may spend month by month: their plan, evenly."""
    for campaign in world.campaigns.values():
        if campaign.stage == "live" and campaign.planned_spend:
            month = (campaign.planned_spend / 12).quantize(Decimal(10))
            set_budget(dict.fromkeys(months, month), campaign=campaign, sample=True)
