"""What stops a clock: an answer stops accept-by, an outbound activity stops contact-by."""

from funnel.calendars.queries import worktime_of
from leads.handoff.clock import CLOCK, let_go, running, set_dues, stop
from leads.handoff.models import Clock, Handoff
from leads.stages import HandoffStage


def answered(handoff, at):
    """The hand-off, locked by its move, was accepted or returned at `at`; a hold ends with it.

    After an acceptance the clock to the first contact runs on, from the offer.
    """
    handoff.refresh_from_db(fields=[*CLOCK, "answered_at"])
    first = handoff.answered_at is None
    handoff.answered_at = handoff.answered_at or at
    clock = running(handoff)
    if clock or handoff.held_at:
        hours = worktime_of(handoff.team)
        if handoff.held_at:
            let_go(handoff, hours, at)
            set_dues(handoff, hours, Clock.ACCEPT if first else Clock.CONTACT)
        handoff.rung = 0
        set_dues(handoff, hours, clock or Clock.CONTACT)
    if clock is None:
        handoff.rung_at = None
    handoff.save(update_fields=[*CLOCK, "answered_at"])


def contacted(lead, at):
    """Sales did something outbound with the person of `lead`. The first time counts."""
    taken = Handoff.objects.select_for_update(of=("self",)).filter(
        lead=lead, stage=HandoffStage.ACCEPTED, contacted_at=None
    )
    for handoff in taken.filter(offered_at__lte=at):
        handoff.contacted_at = at
        handoff.save(update_fields=["contacted_at"])
        stop(handoff)
