"""Quotes from the year's price book."""

from datetime import timedelta
from decimal import Decimal

from deals.quotes.actions import Line, draft, send
from deals.stages import DealStage
from reports.demo.world import drawn

VALID = timedelta(days=60)
TERMS = "Delivery four weeks after the order. Half is due with the order, half after fitting."
RECIPES = {  # room: article number, how many for four walls
    "classroom": {"HV-200": 8, "HV-100": 10},
    "kita": {"HV-100": 14, "HV-110": 8},
    "canteen": {"HV-210": 46, "HV-100": 8},
    "restaurant": {"HV-110": 18, "HV-210": 14},
    "office": {"HV-300": 6, "HV-200": 6},
    "practice": {"HV-100": 12, "HV-300": 3},
    "hall": {"HV-300": 8, "HV-100": 14},
    "hotel": {"HV-200": 8, "HV-110": 6},
}
BOOTHS = 0.3  # of the offices


def quote(job, at, discount=0):
    """Draft one, send it some hours later. Returns (the quote, when it was sent)."""
    at = job.later(at, 0.5, 4)
    yield job.wait(at, "Write the quote")
    prices = {sku: price for (year, sku), price in job.world.prices.items() if year == at.year}
    paper = draft(
        job.deal,
        by=job.by,
        price_book=prices["HV-900"].price_book,
        lines=_lines(job, prices, discount),
        terms=TERMS,
        valid_until=(at + VALID).date(),
        at=job.moment(at),
    )
    at = job.world.calendar.working(at, drawn(job.rng, 3))
    yield job.wait(at, "Check the quote and send it")
    send(paper, by=job.by, at=job.moment(at))
    if job.deal.stage == DealStage.FIT:
        job.advance(DealStage.PROPOSAL, at)
    return paper, at


def _lines(job, prices, discount):
    size = drawn(job.rng, job.room.size, 0.4)
    wanted = {sku: max(2, round(many * size)) for sku, many in RECIPES[job.room.key].items()}
    if job.room.key == "office" and job.rng.random() < BOOTHS:
        wanted["HV-400"] = job.rng.randrange(1, 3)
    hours = max(4, round(sum(wanted.values()) * 0.6))
    wanted |= {"HV-900": 1, "HV-910": hours}
    return [
        Line(prices[sku], Decimal(many), Decimal(discount if sku < "HV-900" else 0))
        for sku, many in wanted.items()
    ]
