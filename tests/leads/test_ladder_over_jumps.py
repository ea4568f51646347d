"""The ladder in four zones, over both of the year's changes of the clock: it reads the wall."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from time_machine import travel

from funnel.calendars.actions import add
from funnel.models import Team
from leads.clocks.tasks import tick
from tests.story import an_offer

OFFICE = [[(time(9), time(17))]] * 5 + [[], []]
NIGHTS = [[(time(0), time(8))]] * 7
RUNGS = (50, 80, 100, 200)
SUNDAYS = (
    pytest.mark.parametrize(  # of a change, and when a night of eight hours after its 0:00 ends
        ("zone", "friday", "sunday", "night_ends"),
        [
            ("Europe/Berlin", "2026-03-27", "2026-03-29", "2026-03-30 01:00"),
            ("Europe/Berlin", "2026-10-23", "2026-10-25", "2026-10-25 07:00"),
            ("America/New_York", "2026-03-06", "2026-03-08", "2026-03-09 01:00"),
            ("America/New_York", "2026-10-30", "2026-11-01", "2026-11-01 07:00"),
            ("Australia/Sydney", "2026-10-02", "2026-10-04", "2026-10-05 01:00"),
            ("Australia/Sydney", "2026-04-03", "2026-04-05", "2026-04-05 07:00"),
            ("Australia/Lord_Howe", "2026-10-02", "2026-10-04", "2026-10-05 00:30"),
            ("Australia/Lord_Howe", "2026-04-03", "2026-04-05", "2026-04-05 07:30"),
        ],
    )
)


@pytest.fixture
def offered(mara, sam):
    """Offers to the North, which works by `week` in `zone`, at a moment; to answer in 4 hours."""

    def offer(zone, week, at):
        calendar = add(name=zone, time_zone=zone, week=week, holidays={})
        Team.objects.filter(name="North").update(calendar=calendar)
        with travel(at, tick=False):
            return an_offer(mara, sam, tier="warm")

    return offer


def wall(zone, words):
    """The instant at which a clock there shows this; in UTC, where a minute before is one."""
    return datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def told_at(handoff, moments):
    """[rung] that a tick told at each of these moments, and none a minute before it."""
    told = []
    for moment in moments:
        with travel(moment - timedelta(minutes=1), tick=False) as clock:
            tick()
            assert acted(handoff) == told
            clock.move_to(moment)
            tick()
        told = acted(handoff)
    return told


def acted(handoff):
    return list(handoff.acts.filter(kind="rung", passed=False).values_list("rung", flat=True))


@SUNDAYS
def test_over_the_weekend_of_a_change_monday_begins_when_the_office_does(
    offered, zone, friday, sunday, night_ends
):
    handoff = offered(zone, OFFICE, wall(zone, f"{friday} 14:00"))
    monday = date.fromisoformat(sunday) + timedelta(days=1)
    walls = [f"{friday} 16:00", f"{monday} 09:12", f"{monday} 10:00", f"{monday} 14:00"]
    assert told_at(handoff, [wall(zone, each) for each in walls]) == list(RUNGS)


@SUNDAYS
def test_a_night_shift_works_the_hours_that_there_are(offered, zone, friday, sunday, night_ends):
    begun = wall(zone, f"{sunday} 00:00")
    handoff = offered(zone, NIGHTS, begun)
    moments = [begun + timedelta(hours=hours) for hours in (2, 3.2, 4)]
    assert told_at(handoff, [*moments, wall(zone, night_ends)]) == list(RUNGS)
