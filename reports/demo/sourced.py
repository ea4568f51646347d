"""Deals that sales found by itself, without a lead."""

from leads.people.actions import find_or_add
from reports.demo.deals import begin, tell
from reports.demo.job import Job
from reports.demo.prospects import Prospect, introduce
from reports.demo.stories import Wait

SHARE = 1 / 150  # of the leads


def source(world, stories, number):
    """Begin the stories of the deals without a lead; `number` is the next free telephone number."""
    for many in range(round(world.leads * SHARE)):
        rng = world.dice("sourced", many)
        at = world.calendar.opening(world.calendar.day(rng.randrange(360)))
        one = Prospect(None, at, rng, number=number + many)
        stories.begin(_found(world, one), at)


def _found(world, one):
    yield Wait(one.at)
    introduce(world, one)
    one.fits = True
    known = one.known
    person, _added = find_or_add(
        name=known.name,
        email=known.email,
        phone=known.phone,
        company=known.company,
        sample=True,
    )
    seller = one.rng.choice(world.cast.working(world.week(one.at)))
    late = world.leaks.is_late(seller, one.at.date())
    deal = begin(world, one, seller, one.at, person=person)
    yield from tell(Job(world, one.rng, seller, one.room, one.fits, late, deal), one.at)
