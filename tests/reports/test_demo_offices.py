"""The demo's offices rest when Germany does, and two of its sellers are away."""

from datetime import date

import pytest

from funnel.absences.queries import absent_on
from funnel.calendars.queries import worktimes
from funnel.models import Absence, Holiday, WorkCalendar
from reports.demo.offices import easter, holidays
from reports.demo.year import load
from reports.sample.actions import remove_sample
from tests.reports.digest import LAST

SUNDAYS = [  # of Easter, as almanacs have them
    date(1954, 4, 18),
    date(1981, 4, 19),
    date(2000, 4, 23),
    date(2008, 3, 23),
    date(2011, 4, 24),
    date(2024, 3, 31),
    date(2025, 4, 20),
    date(2026, 4, 5),
    date(2027, 3, 28),
    date(2038, 4, 25),
    date(2049, 4, 18),
]


@pytest.mark.parametrize("sunday", SUNDAYS, ids=str)
def test_easter_is_where_almanacs_have_it(sunday):
    assert easter(sunday.year) == sunday


def test_the_days_on_which_all_of_germany_rests():
    assert sorted(holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 10, 3),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


@pytest.mark.slow
@pytest.mark.django_db
def test_each_team_has_its_calendar_and_all_of_it_goes_with_the_sample():
    world = load(until=LAST, leads=20)
    teams = {seller.team for seller in world.cast.sellers}
    assert {work.zone for work in worktimes(teams).values()} == {"Europe/Berlin"}
    assert Holiday.objects.count() == 2 * 18
    away = [absent_on(world.calendar.day(day)) for day in (203, 365)]
    assert away == [{world.cast.users[name].pk} for name in ("piotr", "leonie")]
    remove_sample(by=None)
    assert not (WorkCalendar.objects.exists() or Absence.objects.exists())


@pytest.mark.slow
@pytest.mark.django_db
def test_the_calendar_of_a_team_that_stays_stays_too(adam):
    world = load(until=LAST, leads=20)
    team = world.cast.sellers[0].team
    team.members.add(adam)
    remove_sample(by=adam)
    (calendar,) = WorkCalendar.objects.all()
    assert (calendar.name, calendar.sample) == (team.name, False)
    assert list(calendar.teams.all()) == [team]
