"""What becomes of an offer: answered, worked on, sent back and offered again."""

from deals.answers.actions import accept, send_back
from funnel.models import ReasonKind
from leads.handoff.actions import withdraw
from reports.demo import words
from reports.demo.calendar import DAY
from reports.demo.calls import call
from reports.demo.deals import bargain
from reports.demo.returns import Bought, Returned, come_back, wake_up
from reports.demo.stories import Wait
from reports.demo.waiting import waits
from reports.demo.world import drawn

ACCEPTED = {True: 0.88, False: 0.3}  # by whether something is made for them
DEALS = {True: 0.71, False: 0.05}
WITHDRAWN = 0.02
NOT_YET, JUST_NOW = 0.6, 0.7
SENT_BACK = 0.94  # of those who were reached and need nothing now
AT_ONCE = {  # why an offer is returned, with weights
    True: {
        "too_early": 34,
        "no_capacity": 15,
        "wrong_person": 14,
        "bad_contact": 17,
        "already_customer": 8,
        "other": 12,
    },
    False: {"not_our_target": 66, "not_a_buyer": 12, "bad_contact": 14, "other": 8},
}
AFTER_A_TALK = {
    True: {"too_early": 60, "not_our_target": 25, "other": 15},
    False: {"not_our_target": 1},
}
UNREACHED = {"other": 1}


def sell(world, one, handoff, at):
    """Tell what becomes of an offer that was made at `at`."""
    while handoff:
        handoff, seller, answer = yield from _answered(world, one, handoff, at)
        if seller:
            answer = yield from _worked(world, one, handoff, seller, answer)
        handoff = answer and (yield from come_back(world, one, handoff, answer))
        at = handoff and world.local(handoff.offered_at)


def woken(world, one, until):
    """Tell of a lead that marketing had put away: it wakes, and may be offered after all."""
    handoff = yield from wake_up(world, one, until)
    if handoff:
        yield from sell(world, one, handoff, world.local(handoff.offered_at))


def _answered(world, one, handoff, at):
    """Returns (hand-off, seller, when) where it was accepted, else (it, None, Returned or None).

    The hand-off is another one where it ran out before.
    """
    rng = one.rng
    there = world.cast.working(world.week(at), handoff.team)
    asked = handoff.offered_to and world.cast.of(handoff.offered_to)
    seller = asked or min(there, key=lambda each: drawn(rng, each.manner.answers))
    if rng.random() < WITHDRAWN:
        at = world.calendar.working(at, drawn(rng, 1, 0.5))
        yield Wait(at)
        withdraw(handoff, by=handoff.offered_by, words="Offered twice by mistake.", at=world.at(at))
        return handoff, None, None
    at = _when(world, rng, seller, at)
    handoff, at = yield from waits(world, one, handoff, seller, at)
    yield Wait(at)
    if rng.random() < ACCEPTED[one.fits]:
        accept(handoff, by=seller.user, at=world.at(at))
        return handoff, seller, at
    return handoff, None, _send_back(world, one, handoff, seller, at, AT_ONCE[one.fits])


def _when(world, rng, seller, offered):
    """When it is answered; of the last two days' offers some still wait, some are just being."""
    at = world.calendar.working(offered, drawn(rng, seller.manner.answers))
    if offered < world.calendar.eve:
        return at
    if rng.random() < NOT_YET:
        return max(at, world.calendar.ends)
    if rng.random() < JUST_NOW:
        begins = max(offered, world.calendar.morning)
        return begins + rng.random() * (world.calendar.ends - begins)
    return at


def _worked(world, one, handoff, seller, at):
    """Called, and made a deal of or sent back. Returns Bought, Returned or None."""
    lead, rng = handoff.lead, one.rng
    late = world.leaks.is_late(seller, at.date())
    reached, at = yield from call(world, one, lead, seller, at, late)
    if at is None:
        return None
    if reached and rng.random() < DEALS[one.fits]:
        at = yield from bargain(world, one, lead, seller, at, late)
        return at and Bought(at, seller)
    if rng.random() > SENT_BACK:
        return None
    at = world.calendar.working(at, drawn(rng, 2))
    yield Wait(at)
    why = AFTER_A_TALK[one.fits] if reached else UNREACHED
    return _send_back(world, one, handoff, seller, at, why)


def _send_back(world, one, handoff, seller, at, why):
    key = one.rng.choices(list(why), why.values())[0]
    reason = world.reason(ReasonKind.RETURN, key)
    until = at.date() + one.rng.randrange(30, 120) * DAY if reason.needs_date else None
    send_back(
        handoff,
        by=seller.user,
        reason=reason,
        words=one.rng.choice(words.RETURNED[key]),
        until=until,
        at=world.at(at),
    )
    return Returned(at, key, until)
