"""The time where they are, and when both sides are in their office: the phone's country says."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from deals.answers.there import there
from funnel.calendars.actions import add
from funnel.models import Organisation, Team

pytestmark = pytest.mark.django_db
TUESDAY = datetime(2026, 11, 17, 12, 20, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
GERMANY, BRITAIN, PORTUGAL = "+4940123456", "+442071838750", "+351211234567"
JAPAN, SAUDI_ARABIA = "+81312345678", "+966112345678"


@pytest.fixture(autouse=True)
def hamburg(db):
    """The organisation works in Hamburg, Monday to Friday from 9 to 17."""
    Organisation.objects.update_or_create(pk=1, defaults={"time_zone": "Europe/Berlin"})
    with timezone.override(BERLIN):
        yield


def meets(phone, at=TUESDAY, team=None):
    """The spans in which both are at work, as Hamburg's clocks show them."""
    found = there(phone, team, at=at).meets
    return ["–".join(f"{each.astimezone(BERLIN):%a %H:%M}" for each in span) for span in found]


def test_next_door_it_is_the_same_time_and_both_are_at_work():
    known = there(GERMANY, None, at=TUESDAY)
    assert known.country == "Germany" and known.same
    assert known.together == TUESDAY.replace(hour=16, minute=0)


def test_an_hour_behind_they_begin_later():
    known = there(BRITAIN, None, at=TUESDAY)
    assert f"{known.earliest:%H:%M}" == "12:20" and not known.same and not known.several
    assert meets(BRITAIN) == ["Tue 10:00–Tue 17:00"]


def test_a_country_of_several_clocks_is_said_as_a_span_and_all_of_it_must_be_at_work():
    known = there(PORTUGAL, None, at=TUESDAY)
    assert (f"{known.earliest:%H:%M}", f"{known.latest:%H:%M}") == ("11:20", "12:20")
    assert known.several and meets(PORTUGAL) == ["Tue 11:00–Tue 17:00"]


def test_what_is_over_today_is_the_next_working_day():
    assert meets(GERMANY, TUESDAY.replace(hour=18)) == ["Wed 09:00–Wed 17:00"]
    assert meets(GERMANY, TUESDAY.replace(day=20, hour=18)) == ["Mon 09:00–Mon 17:00"]


def test_their_weekend_is_theirs():
    assert meets(SAUDI_ARABIA, TUESDAY.replace(day=20)) == ["Mon 09:00–Mon 15:00"]


def test_where_hours_never_meet_none_is_proposed():
    assert meets(JAPAN) == []


def test_a_day_is_taken_as_the_receiving_team_works_it():
    shifts = [[(time(7), time(10)), (time(14), time(20))]] * 7
    late = add(name="Late", time_zone="Europe/Berlin", week=shifts, holidays={})
    team = Team(name="Late", calendar=late)
    assert meets(GERMANY, TUESDAY.replace(hour=5), team) == [
        "Tue 09:00–Tue 10:00",
        "Tue 14:00–Tue 17:00",
    ]


@pytest.mark.parametrize("phone", ["", "040 123456", "no phone", "+88160012345", "+15555555555"])
def test_a_phone_without_a_country_tells_nothing(phone):
    assert there(phone, None, at=TUESDAY) is None
