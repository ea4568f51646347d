"""What marketing does with what sales sends back, and with those who come again."""

from dataclasses import dataclass
from datetime import date, datetime

from funnel.models import ReasonKind
from leads.handoff.actions import offer
from leads.lead.actions import capture
from leads.lead.models import LeadKind
from leads.qualification.actions import disqualify, qualify, recycle, wake
from leads.stages import LeadStage
from leads.touches.models import TouchKind
from reports.demo import words
from reports.demo.arguments import overturned
from reports.demo.cast import Seller
from reports.demo.fates import receiver
from reports.demo.stories import Wait
from reports.demo.world import drawn

PASSES = 3  # offers of one lead at most
AFTER_SLEEP, MENDED = 0.65, 0.5  # offered again
AGAIN = 0.5  # customers who come back within the year
KINDS = {LeadKind.REPEAT: 50, LeadKind.EXPANSION: 35, LeadKind.REFERRAL: 15}
ENDED = {  # what was sent back for this ends, and why
    "not_our_target": (disqualify, ReasonKind.DISQUALIFY, "never_fit"),
    "not_a_buyer": (disqualify, ReasonKind.DISQUALIFY, "spam"),
    "already_customer": (disqualify, ReasonKind.DISQUALIFY, "no_need"),
    "bad_contact": (recycle, ReasonKind.RECYCLE, "no_response"),
    "other": (recycle, ReasonKind.RECYCLE, "no_response"),
}


@dataclass(frozen=True)
class Returned:
    """Sales sent it back at `at`; what was too early sleeps `until` a day."""

    at: datetime
    reason: str
    until: date | None = None


@dataclass(frozen=True)
class Bought:
    at: datetime
    seller: Seller


def come_back(world, one, handoff, answer):
    """The lead, or the customer, comes back. Returns the next hand-off, or None."""
    if isinstance(answer, Bought):
        return (yield from _come_again(world, one, answer.seller, answer.at))
    return (yield from _sent_back(world, one, handoff, answer))


def wake_up(world, one, until):
    """A sleeping lead wakes and may be offered. Returns the hand-off, or None."""
    lead, by, rng = one.lead, world.owner(one.effort), one.rng
    at = world.calendar.opening(until)
    yield Wait(at)
    wake(lead, by=by, at=world.at(at))
    if rng.random() > AFTER_SLEEP:
        return None
    if lead.stage == LeadStage.CAPTURED:
        at = world.calendar.working(at, drawn(rng, 6))
        yield Wait(at)
        qualify(lead, by=by, at=world.at(at))
    return (yield from _offer_again(world, one, at, drawn(rng, 4)))


def _sent_back(world, one, handoff, answer):
    """It is offered again, or ends."""
    if again := (yield from overturned(world, one, handoff, answer)):
        return again
    rng, by, at = one.rng, handoff.offered_by, answer.at
    last = handoff.pass_no >= PASSES
    if answer.until:
        return None if last else (yield from wake_up(world, one, answer.until))
    if answer.reason in ("wrong_person", "no_capacity") and not last:
        other = handoff.team.name if answer.reason == "wrong_person" else None
        return (yield from _offer_again(world, one, at, drawn(rng, 2), but=other))
    if answer.reason == "bad_contact" and not last and rng.random() < MENDED:
        note = rng.choice(words.MENDED)
        return (yield from _offer_again(world, one, at, drawn(rng, 9), note=note))
    if answer.reason in ENDED and rng.random() < 0.9:
        end, kind, key = ENDED[answer.reason]
        at = world.calendar.working(at, drawn(rng, 8))
        yield Wait(at)
        end(handoff.lead, by=by, reason=world.reason(kind, key), at=world.at(at))
    return None


def _come_again(world, one, seller, at):
    """A customer returns as a new episode, and is offered to who served them."""
    if one.rng.random() > AGAIN:
        return None
    rng, by = one.rng, world.owner(one.effort)
    at = world.calendar.later(at, rng.uniform(4, 100), rng)
    yield Wait(at)
    one.lead, _born = capture(
        one.lead.person,
        by=by,
        touched=TouchKind.HAND,
        kind=rng.choices(list(KINDS), KINDS.values())[0],
        campaign=world.campaigns[one.effort.key] if one.effort else None,
        words=rng.choice(words.AGAIN),
        at=world.at(at),
    )
    at = world.calendar.working(at, drawn(rng, 3))
    yield Wait(at)
    qualify(one.lead, by=by, at=world.at(at))
    return (yield from _offer_again(world, one, at, drawn(rng, 2), to=seller))


def _offer_again(world, one, at, hours, *, but=None, note="", to=None):
    at = world.calendar.working(at, hours)
    yield Wait(at)
    user, team = (to.user, to.team) if to else receiver(world, one, world.week(at), but=but)
    by = world.owner(one.effort)
    return offer(one.lead, by=by, to=user, team=team, note=note, at=world.at(at))
