"""The first calls after an acceptance."""

from deals.activities.actions import log
from deals.activities.models import ActivityKind, Outcome
from reports.demo import words
from reports.demo.leaks import CALLS_LATER, NEVER_CALLED
from reports.demo.stories import Wait
from reports.demo.world import drawn

REACHED = 0.5
MISSED = (  # what was tried, how it went, what is written down; with its weight
    (ActivityKind.CALL, Outcome.NO_ANSWER, words.NO_ANSWER, 4),
    (ActivityKind.CALL, Outcome.VOICEMAIL, words.VOICEMAIL, 4),
    (ActivityKind.MAIL, Outcome.SENT, words.MAILED, 2),
)


def call(world, one, lead, seller, at, late):
    """Try until somebody answers. Returns (reached, when); (False, None) if nobody ever tried."""
    rng, manner = one.rng, seller.manner
    if late and rng.random() < NEVER_CALLED:
        return False, None
    hours = drawn(rng, manner.calls) * (CALLS_LATER if late else 1)
    for _try in range(manner.tries):
        at = world.calendar.working(at, hours)
        yield Wait(at, rng.choice(words.NEXT_CALL), seller.user, {"lead": lead})
        reached = rng.random() < REACHED
        _write_down(world, one, lead, seller, at, reached)
        if reached:
            return True, at
        hours = drawn(rng, 12)
    return False, at


def _write_down(world, one, lead, seller, at, reached):
    kind, outcome, said = ActivityKind.CALL, Outcome.REACHED, words.REACHED
    if not reached:
        kind, outcome, said, _weight = one.rng.choices(MISSED, [each[-1] for each in MISSED])[0]
    log(
        by=seller.user,
        kind=kind,
        lead=lead,
        outcome=outcome,
        words=one.rng.choice(said).format(room=one.room.called.lower()),
        at=world.at(at),
    )
