"""The two clocks of a hand-off, in working time of the receiving team; both run from the offer.

Accept-by is stopped by an answer, contact-by by an outbound activity. A hold moves both on.
"""

from datetime import timedelta

from leads.handoff.models import Clock
from leads.stages import HandoffStage

LADDER = {Clock.ACCEPT: (50, 80, 100, 200), Clock.CONTACT: (50, 80, 100)}  # per cent of the time
DUES = ("accept_due_at", "contact_due_at", "rung_at")
CLOCK = (*DUES, "held_at", "held_for", "rung")


def wind(handoff, *, accept_for, contact_for, hours):
    """Promise an answer and a contact within these spans of `hours` (a WorkTime)."""
    handoff.accept_for, handoff.contact_for = accept_for, contact_for
    promise(handoff, hours, Clock.ACCEPT)
    aim(handoff, hours, Clock.ACCEPT)


def running(handoff):
    """The Clock that runs, held or not; None where nothing is promised or all is done."""
    if handoff.accept_for is None:
        return None
    if handoff.stage == HandoffStage.OFFERED:
        return Clock.ACCEPT
    called = handoff.contacted_at is not None
    return Clock.CONTACT if handoff.stage == HandoffStage.ACCEPTED and not called else None


def promise(handoff, hours, clock):
    """When answer and contact are due; it stands, whatever becomes of the calendar, but for a hold.

    Once the second clock runs the time to answer stands too: a later hold makes no answer early.
    """
    names = ("contact",) if clock == Clock.CONTACT else ("accept", "contact")
    for name in names:
        span = getattr(handoff, f"{name}_for") + handoff.held_for
        setattr(handoff, f"{name}_due_at", hours.after(handoff.offered_at, span))


def dues_within(handoff, hours, *, accept_for, contact_for):
    """(when the answer, when the contact would be due) had other spans been promised: with the
    holds there were. What was held after the answer makes no answer early here either."""
    held = handoff.held_for
    if held and handoff.answered_at:
        told = hours.between(handoff.offered_at, handoff.accept_due_at) - handoff.accept_for
        held = min(held, max(timedelta(), told))
    return (
        hours.after(handoff.offered_at, accept_for + held),
        hours.after(handoff.offered_at, contact_for + handoff.held_for),
    )


def aim(handoff, hours, clock):
    """When the next rung of `clock` is due; None: no clock runs, or all its rungs are told."""
    rung = next((rung for rung in LADDER.get(clock, ()) if rung > handoff.rung), None)
    handoff.rung_at = None
    if rung == 100:
        handoff.rung_at = due_of(handoff, clock)
    elif rung:
        span = span_of(handoff, clock) * rung / 100 + handoff.held_for
        handoff.rung_at = hours.after(handoff.offered_at, span)


def let_go(handoff, hours, at, clock):
    """End a hold at `at`: the working time it lasted is added to the held time, and both dues
    move on by it. `clock` is the one that was held."""
    if handoff.held_at:
        handoff.held_for += hours.between(handoff.held_at, max(at, handoff.held_at))
        handoff.held_at = None
        promise(handoff, hours, clock)


def stop(handoff):
    """No clock runs any more."""
    handoff.held_at = handoff.rung_at = None
    handoff.save(update_fields=["held_at", "rung_at"])


def span_of(handoff, clock):
    return handoff.accept_for if clock == Clock.ACCEPT else handoff.contact_for


def due_of(handoff, clock):
    return handoff.accept_due_at if clock == Clock.ACCEPT else handoff.contact_due_at
