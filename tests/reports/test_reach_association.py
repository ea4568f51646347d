"""What came around a day on which many were reached, against the weeks before it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from leads.campaigns.actions import take
from leads.spending.actions import log_reach
from leads.touches.actions import touch
from reports.reach_association import Change, reach_association
from tests.story import a_campaign, a_lead

pytestmark = pytest.mark.django_db
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
SPOT = date(2026, 9, 7)
BERLIN = ZoneInfo("Europe/Berlin")
LATER = datetime(2026, 10, 1, tzinfo=BERLIN)


def noon(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=BERLIN)


def captured(mara, *days, **more):
    for day in days:
        a_lead(mara, at=noon(day), **more)


@pytest.fixture
def radio(mara):
    campaign = a_campaign(mara, name="Radio", channel="radio", starts_on=SPOT)
    log_reach(campaign, by=mara, on=SPOT, kind="radio", count=90000)
    return campaign


def test_captured_and_direct_visits_against_the_weeks_before(mara, radio):
    captured(mara, *(SPOT - back * WEEK for back in (1, 2, 3, 4)))
    captured(mara, SPOT, SPOT + DAY, SPOT + 6 * DAY)
    captured(mara, SPOT + 7 * DAY, SPOT - 5 * WEEK)  # outside
    for day in (SPOT - DAY, SPOT, SPOT + DAY):
        touch("visit", at=noon(day), visitor=f"v{day}")
    (found,) = reach_association(radio, as_of=LATER)
    assert found.captured == Change(after=3, after_days=7, before=4, before_days=28)
    assert found.visits == Change(2, 7, 1, 28)
    assert (found.captured.usual, found.captured.ratio) == (1, 3)
    assert [round(limit, 2) for limit in found.captured.limits] == [0.67, 13.4]
    assert not found.captured.clear


def test_who_came_by_another_campaign_did_not_come_by_this_one(mara, radio):
    other = a_campaign(mara, name="Fair", channel="fair")
    captured(mara, SPOT - 4 * WEEK)
    captured(mara, SPOT, campaign=other)
    captured(mara, SPOT, campaign=radio)
    touch("visit", at=noon(SPOT), visitor="v", campaign=other)
    (found,) = reach_association(radio, as_of=LATER)
    assert (found.captured.after, found.visits.after) == (1, 0)
    assert found.visits.ratio is None


def test_what_else_ran_is_named(mara, radio):
    a_campaign(mara, name="Letters", starts_on=SPOT + 3 * DAY)
    a_campaign(mara, name="Over", starts_on=SPOT - 90 * DAY, ends_on=SPOT - DAY)
    a_campaign(mara, name="Perhaps", starts_on=SPOT, stage="idea")
    stopped = a_campaign(mara, name="Off", starts_on=SPOT)
    take(stopped, "cancelled", by=mara, words="No")
    captured(mara, SPOT - 5 * WEEK)
    (found,) = reach_association(radio, as_of=LATER)
    assert [str(each) for each in found.beside] == ["Letters"]


def test_without_four_weeks_before_nothing_is_compared(mara, radio):
    captured(mara, SPOT - 3 * WEEK, SPOT)
    (found,) = reach_association(radio, as_of=LATER)
    assert (found.captured, found.visits) == (None, None)


def test_of_days_that_go_on_the_same_weekdays_are_compared(mara, radio):
    captured(mara, SPOT - 4 * WEEK, SPOT - WEEK + 3 * DAY, SPOT)
    (found,) = reach_association(radio, as_of=noon(SPOT + DAY))
    assert (found.days, found.captured) == (2, Change(1, 2, 1, 8))


def test_a_correction_and_a_campaign_without_reach_have_nothing_around_them(mara, radio):
    log_reach(radio, by=mara, on=SPOT, kind="radio", count=-5)
    assert len(reach_association(radio, as_of=LATER)) == 1
    assert reach_association(a_campaign(mara, name="Bare"), as_of=LATER) == []


def test_the_page_says_that_it_is_no_proof(client, mara, radio):
    captured(mara, SPOT - 5 * WEEK, SPOT - WEEK, SPOT)
    client.force_login(mara)
    page = client.get(radio.get_absolute_url()).text
    assert "Association, not proof" in page and "1, usually 0.2" in page
