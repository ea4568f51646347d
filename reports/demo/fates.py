"""What marketing decides about each prospect: dated acts, planned before the year is told."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from funnel.models import Reason, ReasonKind
from leads.touches.models import TouchKind
from reports.demo import words
from reports.demo.calendar import DAY
from reports.demo.cast import LEIPZIG, POTSDAM
from reports.demo.prospects import Prospect
from reports.demo.world import drawn

QUALIFIED = {True: 0.52, False: 0.05}  # by whether something is made for them
OFFERED, STRAIGHT, QUEUED = 0.9, 0.12, 0.22
COMES_AGAIN = 0.3
HOSTED_WEEKS = 6  # before the last day the website's own form was replaced by a hosted one
HOSTED = ("site", "search")
AT_LAST = 0.5  # of what was ready on the last two days is only offered on the last morning
TEAMS = ((POTSDAM, 0.6), (LEIPZIG, 0.4))
ENDINGS = {  # fits: (reason kind, reason key, chance); the rest is left lying
    True: (
        (ReasonKind.RECYCLE, "no_response", 0.46),
        (ReasonKind.RECYCLE, "not_now", 0.16),
        (ReasonKind.RECYCLE, "no_budget", 0.13),
        (ReasonKind.RECYCLE, "needs_education", 0.13),
        (ReasonKind.DISQUALIFY, "no_need", 0.08),
    ),
    False: (
        (ReasonKind.DISQUALIFY, "never_fit", 0.57),
        (ReasonKind.DISQUALIFY, "no_need", 0.15),
        (ReasonKind.DISQUALIFY, "spam", 0.08),
        (ReasonKind.RECYCLE, "no_response", 0.16),
    ),
}
UNOFFERED = (
    (ReasonKind.RECYCLE, "tied", 0.3),
    (ReasonKind.RECYCLE, "paused", 0.3),
    (ReasonKind.RECYCLE, "champion_left", 0.15),
)


@dataclass(frozen=True)
class Act:
    """One thing to be done with one prospect. `what` is a method of the desk."""

    at: datetime
    what: str
    one: Prospect
    reason: Reason | None = None
    until: date | None = None
    note: str = ""


def fate(world, one):
    """The acts of marketing with one prospect, up to their first offer or their end."""
    door = "take_form" if is_hosted(world, one) else "capture"
    acts, at, rng = [Act(one.at, door, one)], one.at, one.rng
    if one.touched == TouchKind.BOOTH and rng.random() < STRAIGHT:
        return [*acts, _offer(world, one, at)]
    if rng.random() > world.leaks.passes(QUALIFIED[one.fits], one):
        return acts + _end(world, one, at, ENDINGS[one.fits])
    qualified = world.calendar.working(at, drawn(rng, 5, 0.9))
    if one.at < world.calendar.morning < qualified:  # the desk is cleared on the last morning
        qualified = world.calendar.morning + rng.random() * timedelta(minutes=30)
    if rng.random() < COMES_AGAIN:
        acts.append(Act(at + (qualified - at) * rng.random(), "come_again", one))
    acts.append(Act(qualified, "qualify", one))
    if rng.random() < OFFERED:
        return [*acts, _offer(world, one, qualified)]
    return acts + _end(world, one, qualified, UNOFFERED)


def receiver(world, one, week, *, but=None):
    """Who is offered a lead: (seller or None for the queue, team). `but`: not this team."""
    teams = [(name, share) for name, share in TEAMS if name != but]
    name = one.rng.choices(*zip(*teams, strict=True))[0]
    there = [each for each in world.cast.working(week) if each.team.name == name]
    if one.rng.random() < QUEUED:
        return None, there[0].team
    seller = one.rng.choices(there, [each.manner.share for each in there])[0]
    return seller.user, seller.team


def is_hosted(world, one):
    """Whether they filled the hosted form, and not the website's older one."""
    since = world.calendar.last - timedelta(weeks=HOSTED_WEEKS)
    return bool(one.effort) and one.effort.key in HOSTED and one.at.date() >= since


def _offer(world, one, at):
    qualified, at = at, world.calendar.working(at, drawn(one.rng, 1.5))
    if at > world.calendar.eve and one.rng.random() < AT_LAST:
        at = max(qualified, world.calendar.morning) + one.rng.random() * timedelta(minutes=55)
    return Act(at, "offer", one, note=one.rng.choice(words.NOTES))


def _end(world, one, at, endings):
    at = world.calendar.later(at, one.rng.uniform(2, 16), one.rng)
    drawing = one.rng.random()
    for kind, key, chance in endings:
        drawing -= chance
        if drawing < 0:
            reason = world.reason(kind, key)
            until = at.date() + one.rng.randrange(30, 150) * DAY if reason.needs_date else None
            what = "recycle" if kind == ReasonKind.RECYCLE else "disqualify"
            return [Act(at, what, one, reason=reason, until=until)]
    return []
