"""What stops a clock: an answer stops accept-by, an outbound activity stops contact-by."""

from funnel.calendars.queries import worktime_of
from leads.handoff.clock import CLOCK, aim, let_go, running, stop
from leads.handoff.models import Clock, Handoff
from leads.stages import HandoffStage


def answered(handoff, at):
    """The hand-off, locked by its move, was accepted or returned at `at`; a hold ends with it.

    After an acceptance the clock to the first contact runs on, from the offer.
    """
    handoff.refresh_from_db(fields=[*CLOCK, "answered_at"])
    before = Clock.ACCEPT if handoff.answered_at is None else Clock.CONTACT
    handoff.answered_at = handoff.answered_at or at
    clock, handoff.rung, handoff.rung_at = running(handoff), 0, None
    if clock or handoff.held_at:
        hours = worktime_of(handoff.team)
        let_go(handoff, hours, at, before)
        aim(handoff, hours, clock)
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
