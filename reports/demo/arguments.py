"""Returns that marketing answers or contests, and how the manager decides.

What changes nothing for the lead is told when the year is over, each at its own time.
"""

from leads.disputes.actions import dispute, overturn, reply, uphold
from leads.models import HandoffStep
from leads.stages import HandoffStage
from reports.demo import words
from reports.demo.stories import Wait

CONTESTED = ("not_our_target", "not_a_buyer", "bad_contact", "wrong_person")
OVERTURNED, UPHELD, ANSWERED = 0.03, 0.03, 0.06
OPEN = 2  # of the last returns: not decided yet


def overturned(world, one, handoff, answer):
    """A few returns are overturned. Returns the hand-off that is made at once, or None."""
    dice = world.dice("argument", one.number, handoff.pass_no)
    if answer.reason not in CONTESTED or dice.random() > OVERTURNED:
        return None
    at = world.calendar.working(answer.at, dice.uniform(1, 5))
    yield Wait(at)
    by = handoff.offered_by
    dispute(handoff, by=by, words=words.DISPUTED[answer.reason], at=world.at(at))
    at = world.calendar.working(at, dice.uniform(2, 9))
    yield Wait(at)
    said = dice.choice(words.OVERTURNED)
    return overturn(handoff, by=world.cast.users["greta"], words=said, at=world.at(at))


def argue(world):
    """Some returns are upheld, some only get an answer, the last two wait for a decision."""
    dice, returns = world.dice("arguments"), list(_returns())
    for step in returns[:-OPEN]:
        drawn, first = dice.random(), _after(world, step, dice.uniform(1, 6))
        last = _after(world, step, 12)
        if last < world.calendar.ends and drawn < UPHELD:
            _contest(world, step, first)
            said, greta = dice.choice(words.UPHELD), world.cast.users["greta"]
            uphold(step.handoff, by=greta, words=said, at=world.at(last))
        elif last < world.calendar.ends and drawn < UPHELD + ANSWERED:
            said, by = dice.choice(words.REPLIED), step.handoff.offered_by
            reply(step.handoff, by=by, words=said, at=world.at(first))
    for step in returns[-OPEN:]:
        _contest(world, step, min(_after(world, step, 1), world.calendar.ends))


def _contest(world, step, at):
    by, said = step.handoff.offered_by, words.DISPUTED[step.reason]
    dispute(step.handoff, by=by, words=said, at=world.at(at))


def _returns():
    """The contested kinds of returns that stand undisputed, in the order of their times."""
    steps = HandoffStep.objects.filter(
        to_stage=HandoffStage.RETURNED,
        handoff__stage=HandoffStage.RETURNED,
        handoff__sample=True,
        reason__in=CONTESTED,
    )
    return steps.select_related("handoff__offered_by", "handoff__lead").order_by("at", "id")


def _after(world, step, hours):
    return world.calendar.working(world.local(step.at), hours)
