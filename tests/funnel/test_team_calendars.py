"""Which team works by which calendar, and what holds where nobody says."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from funnel.calendars.queries import OFFICE, worktime_of, worktimes
from funnel.models import Organisation, Team
from funnel.worktime import WorkTime
from tests.funnel.test_calendars import CHRISTMAS, WEEK, a_calendar, send

pytestmark = pytest.mark.django_db


def test_an_admin_gives_a_team_and_the_organisation_a_calendar(client, adam, sam):
    mine, ours = a_calendar("Mine"), a_calendar("Ours", time_zone="Asia/Kolkata")
    team = Team.objects.get()
    send(client, adam, "team", {"name": "North", "calendar": mine.pk}, team.pk)
    organisation = {"name": "Ostermann", "time_zone": "Europe/Berlin", "currency": "EUR"}
    send(client, adam, "organisation", {**organisation, "calendar": ours.pk})
    team.refresh_from_db()
    assert worktime_of(team) == WorkTime("Europe/Berlin", WEEK, frozenset(CHRISTMAS))
    assert worktime_of(None).zone == worktime_of(Team()).zone == "Asia/Kolkata"


def test_where_nobody_says_otherwise_office_hours_hold(sam):
    Organisation.current()
    Organisation.objects.update(time_zone="Asia/Kolkata")
    assert worktime_of(Team.objects.get()) == worktime_of(None) == WorkTime("Asia/Kolkata", OFFICE)
    monday = datetime(2026, 7, 6, 9, tzinfo=ZoneInfo("Asia/Kolkata"))
    assert worktime_of(None).is_open(monday)


def test_many_teams_take_as_many_queries_as_one(django_assert_num_queries):
    Organisation.current()
    calendars = [a_calendar(f"Place {number}") for number in range(5)]
    teams = [Team.objects.create(name=f"T{n}", calendar=c) for n, c in enumerate(calendars)]
    teams.append(Team.objects.create(name="None"))
    with django_assert_num_queries(4):
        found = worktimes(teams)
    assert {team.pk: found[team.pk] == worktime_of(team) for team in teams} == dict.fromkeys(
        (team.pk for team in teams), True
    )
