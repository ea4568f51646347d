"""What is done with an offer that waits beyond its agreed time: told, nudged, held, offered again.

It draws from dice of its own, so that the rest of the year is told as it was without it.
"""

from datetime import timedelta

from leads.clocks.actions import hold, nudge, resume
from leads.clocks.ladder import climb
from leads.handoff.actions import offer
from leads.stages import HandoffStage
from reports.demo import words
from reports.demo.stories import Wait

NUDGED, HELD = 0.2, 0.15
CLOCK = ["stage", "held_at", "rung", "rung_at", "accept_due_at"]


def waits(world, one, handoff, seller, until):
    """Tell of an offer up to its answer at `until`. Returns (hand-off, when it is answered):
    another one where it ran out and marketing offered the lead again."""
    dice = world.dice("waits", one.number, handoff.pass_no)
    while handoff.accept_due_at < world.at(_end(world, until)):
        yield from _climbed(world, handoff, until, dice)
        if handoff.stage != HandoffStage.EXPIRED:
            break
        at = world.calendar.working(world.local(handoff.stage_since), dice.uniform(0.5, 3))
        yield Wait(at)
        handoff = offer(
            one.lead,
            by=handoff.offered_by,
            to=seller.user,
            team=seller.team,
            note=dice.choice(words.RAN_OUT),
            at=world.at(at),
        )
        until = max(until, world.calendar.working(at, dice.uniform(0.3, 2)))
    return handoff, until


def _climbed(world, handoff, until, dice):
    """Rung by rung, each at its time, until it is answered, held to the end, or has run out."""
    nudges, holds = dice.random() < NUDGED, dice.random() < HELD
    while handoff.rung_at and handoff.rung_at < world.at(_end(world, until)):
        at = handoff.rung_at
        yield Wait(world.local(at))
        rung = climb(handoff.pk, at=at)
        if rung == 80 and nudges:
            nudge(handoff, by=handoff.offered_by, words=dice.choice(words.NUDGED), at=at)
        if rung == 80 and holds:
            yield from _held(world, handoff, at, until, dice)
        handoff.refresh_from_db(fields=[*CLOCK, "stage_since"])
        if handoff.held_at:
            return


def _held(world, handoff, at, until, dice):
    """The manager holds the clock for some hours; where it is answered before, that ends it."""
    greta = world.cast.users["greta"]
    hold(handoff, by=greta, words=dice.choice(words.HELD), at=at + timedelta(minutes=1))
    ends = world.calendar.working(world.local(at), dice.uniform(3, 9))
    if ends < _end(world, until):
        yield Wait(ends)
        resume(handoff, by=greta, at=world.at(ends))


def _end(world, until):
    return min(until, world.calendar.ends)
