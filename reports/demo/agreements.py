"""What marketing and sales have agreed in the demo year, and what they are about to."""

from datetime import datetime, time

from funnel.models import Side
from leads.agreement.actions import change, draft, sign
from leads.agreement.models import Agreement
from reports.demo.calendar import DAY
from reports.demo.efforts import CHANNELS

SECOND = 120  # days before the last one; it holds from the first of that month
REACHABLE = {"reachable": True, "name": True}
WORDED = REACHABLE | {"words": True}
CALLABLE = WORDED | {"phone": True}
PRICED = ["/prices"]


def agree(world):
    """Version 1 from the first day on, version 2 in the last third, a draft that sales signed."""
    if Agreement.objects.exists():
        return  # what real people agreed is not mixed with the sample
    first, last = world.calendar.first, world.calendar.last
    _signed(world, first - 9 * DAY, first, conditions=REACHABLE, terms=_terms(), attempts=4)
    second = (last - SECOND * DAY).replace(day=1)
    _signed(
        world,
        second - 11 * DAY,
        second,
        conditions=WORDED,
        attempts=5,
        note="Who only ticks a box does not remember us when we call.",
    )
    third = world.calendar.eve.date() - 4 * DAY
    begun = _written(
        world,
        third,
        (last.replace(day=1) + 32 * DAY).replace(day=1),
        conditions=CALLABLE | {"fit": 20},
        automatic=True,
        note="We cannot speak to somebody without a number; who fits need not wait for a click.",
    )
    sign(begun, Side.SALES, by=world.cast.users["greta"], at=_at(world, third, 4))


def _signed(world, day, holds_from, **text):
    begun = _written(world, day, holds_from, **text)
    users = world.cast.users
    sign(begun, Side.MARKETING, by=users["mara"], at=_at(world, day, 3))
    sign(begun, Side.SALES, by=users["greta"], at=_at(world, day, 7))


def _written(world, day, comes_on, **text):
    mara = world.cast.users["mara"]
    begun = draft(by=mara, at=_at(world, day, 1), sample=True)
    change(begun, by=mara, at=_at(world, day, 2), comes_on=comes_on, **text)
    return begun


def _terms():
    """Who asks for prices is hot, a neighbour's word warm, a badge from the fair can wait a day."""
    return {
        "hot": _term(4 * 60, 8 * 60, page=PRICED),
        "warm": _term(6 * 60, 16 * 60, channel={"referral": CHANNELS["referral"][0]}),
        "event": _term(8 * 60, 24 * 60, channel={"fair": CHANNELS["fair"][0]}),
        "cold": _term(12 * 60, 24 * 60),
    }


def _term(accept, contact, **when):
    return {"accept": accept, "contact": contact, "when": when}


def _at(world, day, hours):
    """After so many hours at work, counted from that day on."""
    return world.at(world.calendar.working(datetime.combine(day, time()), hours))
