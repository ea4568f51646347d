"""The people who show interest during the year: who they are, when they come and what they say."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import accumulate
from random import Random

from leads.models import Lead
from leads.people.actions import Known
from leads.touches.models import TouchKind
from reports.demo.calendar import YEAR
from reports.demo.campaigns import span
from reports.demo.efforts import EFFORTS, Effort
from reports.demo.names import LAST, PLACES, phone
from reports.demo.rooms import ELSEWHERE, Room, room

HAS_PHONE = 0.8
PRIVATE = {True: 0.9, False: 0.55}  # of whom nothing is made for, by whether the effort is wide
AWAKE = [0.3] * 6 + [1, 2, 4, 5, 5, 4, 3, 4, 4, 4, 4, 3, 3, 4, 5, 5, 3, 1]  # by hour
RUSH, ARTICLE = 5, timedelta(days=3)  # since the regional paper wrote about a canteen
MONDAYS = [4, 2, 1, 0.6, 0.4, 0.3, 0.5]  # when a Monday letter is answered


@dataclass
class Prospect:
    effort: Effort | None  # None: they telephoned or came in
    at: datetime
    rng: Random
    fits: bool = False
    room: Room | None = None
    known: Known | None = None
    number: int = 0
    words: str = ""
    page: str = ""
    visitor: str = ""
    lead: Lead | None = None

    @property
    def touched(self):
        return self.effort.touched if self.effort else TouchKind.HAND


def prospects(world):
    """All of them, in the order in which they come."""
    come = [each for effort in (*EFFORTS, None) for each in _brought(world, effort)]
    come.sort(key=lambda each: each.at)
    for number, each in enumerate(come):
        each.number = number
        introduce(world, each)
    return come


def _brought(world, effort):
    share = effort.share if effort else 1 - sum(each.share for each in EFFORTS)
    days = _days(world.calendar, effort)
    weights = list(accumulate(_pull(world.calendar, effort, day) for day in days))
    draw = world.dice("days", effort and effort.key)
    for number, day in enumerate(
        draw.choices(days, cum_weights=weights, k=round(share * world.leads))
    ):
        rng = world.dice("prospect", effort and effort.key, number)
        yield Prospect(effort, _moment(world.calendar, effort, day, rng), rng)


def _days(calendar, effort):
    first, last = span(calendar, effort) if effort else (calendar.first, None)
    ends = last or calendar.last
    return [first + timedelta(days=number) for number in range((ends - first).days + 1)]


def _pull(calendar, effort, day):
    if effort is None:
        return calendar.demand(day) if calendar.hours(day) else 0
    if effort.channel == "email":
        return calendar.demand(day) * MONDAYS[day.weekday()]
    known = 0.85 + 0.3 * (day - calendar.first).days / YEAR
    return calendar.demand(day) * known * (RUSH if calendar.last - day <= ARTICLE else 1)


def _moment(calendar, effort, day, rng):
    if effort and effort.touched == TouchKind.FORM:
        hour = rng.choices(range(24), AWAKE)[0] + rng.random()
    else:
        hour = rng.uniform(9, 17)
    if day == calendar.last:
        hour = rng.uniform(6.5, 9.8)
    return datetime.combine(day, time()) + timedelta(seconds=int(hour * 3600))


def introduce(world, one):
    """Say who it is, what they need and whether anything is made for them."""
    rng, effort = one.rng, one.effort
    chance = world.leaks.fit(effort.fits, effort, one.at.date()) if effort else 0.7
    one.fits = rng.random() < chance
    one.room = room(rng)
    first, last = world.directory.name(rng)
    private = not one.fits and rng.random() < PRIVATE[bool(effort) and effort.wide]
    house = "" if private else _house(one.room, rng)
    one.known = Known(
        name=f"{first} {last}",
        email=world.directory.mail(first, last, house, rng),
        phone=phone(one.number) if rng.random() < HAS_PHONE else "",
        company=house,
    )
    said = rng.choice(ELSEWHERE if private else one.room.said)
    one.words = said.format(many=rng.randrange(3, 9), metres=rng.randrange(4, 13))
    if effort and effort.pages:
        one.page = rng.choice(effort.pages)
        one.visitor = f"{rng.getrandbits(64):016x}"


def _house(room, rng):
    return rng.choice(room.houses).format(last=rng.choice(LAST), place=rng.choice(PLACES))
