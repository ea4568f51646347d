"""Visits to the website of people nobody knows yet."""

from datetime import datetime, time, timedelta
from itertools import accumulate

from leads.touches.actions import visit_many
from reports.demo.efforts import EFFORTS
from reports.demo.fates import is_hosted

ORDINARY = 2440  # leads, for which the visits of an effort are meant
ONCE_MORE = 0.28
AWAKE = [1, 0.5, 0.3, 0.2, 0.2, 0.4, 1.5, 3, 5, 6, 6, 5, 5, 5, 5, 5, 5, 5, 5, 6, 7, 6, 4, 2]


def visit(world, people, forms):
    """Write down the year's visits, campaign by campaign; some are of those who came later."""
    for effort in EFFORTS:
        if effort.visits:
            ends = world.calendar.ends
            visits = [each for each in _visits(world, effort, people, forms) if each[0] < ends]
            visit_many(
                [(world.at(at), visitor, page) for at, visitor, page in sorted(visits)],
                campaign=world.campaigns[effort.key],
                sample=True,
            )


def _visits(world, effort, people, forms):
    campaign, rng = world.campaigns[effort.key], world.dice("visits", effort.key)
    days = [
        campaign.starts_on + timedelta(days=number)
        for number in range((world.calendar.last - campaign.starts_on).days + 1)
    ]
    pull = list(accumulate(world.calendar.demand(day) for day in days))
    for day in rng.choices(days, cum_weights=pull, k=round(effort.visits * world.leads / ORDINARY)):
        yield from _one(rng, _awake(rng, day), f"{rng.getrandbits(64):016x}", effort.pages)
    for one in people:
        if one.effort is effort:
            before = one.at - timedelta(minutes=rng.randrange(4, 9000))
            yield from _one(rng, before, one.visitor, effort.pages)
    if effort.key in forms:
        yield from _at_the_form(world, forms[effort.key], effort, people, rng)


def _at_the_form(world, form, effort, people, rng):
    """Those who sent it opened its page, and so did others, who left."""
    for one in people:
        if one.effort is effort and is_hosted(world, one):
            yield one.at - timedelta(seconds=rng.randrange(40, 300)), one.visitor, form.page
            for _other in range(rng.randrange(5)):
                at = one.at - timedelta(minutes=rng.randrange(3000))
                yield at, f"{rng.getrandbits(64):016x}", form.page


def _awake(rng, day):
    hour = rng.choices(range(24), AWAKE)[0]
    return datetime.combine(day, time(hour)) + timedelta(seconds=rng.randrange(3600))


def _one(rng, at, visitor, pages):
    """One visit, and now and then another some days later."""
    yield at, visitor, rng.choice(pages)
    while rng.random() < ONCE_MORE:
        at += timedelta(hours=rng.expovariate(1 / 60))
        yield at, visitor, rng.choice(pages)
