"""How many leads a campaign captured in each of the last eight weeks."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from reports.weekly import HEIGHT, weekly
from tests.story import a_campaign, a_lead

pytestmark = pytest.mark.django_db
WEDNESDAY = date(2026, 3, 25)


def captured(mara, campaign, *moments):
    for at in moments:
        a_lead(mara, campaign=campaign, at=at)


def counts(campaign, zone="Europe/Berlin"):
    return [week.captured for week in weekly([campaign], zone, WEDNESDAY)[campaign.pk].weeks]


def test_each_week_counts_its_leads_and_the_last_is_this_one(mara):
    spring = a_campaign(mara)
    captured(mara, spring, datetime(2026, 3, 24, 9, tzinfo=UTC))
    captured(mara, spring, *[datetime(2026, 3, 10, hour, tzinfo=UTC) for hour in (9, 10)])
    captured(mara, a_campaign(mara, name="Other"), datetime(2026, 3, 24, 9, tzinfo=UTC))
    assert counts(spring) == [0, 0, 0, 0, 0, 2, 0, 1]


def test_a_week_begins_on_monday_where_the_organisation_is(mara):
    spring = a_campaign(mara)
    captured(mara, spring, datetime(2026, 3, 22, 23, 30, tzinfo=UTC))  # Monday 0:30 in Berlin
    captured(mara, spring, datetime(2026, 2, 1, 22, 30, tzinfo=UTC))  # the Sunday before the eight
    assert counts(spring) == [0, 0, 0, 0, 0, 0, 0, 1]
    assert counts(spring, "UTC") == [0, 0, 0, 0, 0, 0, 1, 0]


def test_the_highest_week_is_as_tall_as_the_picture(mara):
    spring = a_campaign(mara)
    captured(mara, spring, *[datetime(2026, 3, 10, hour, tzinfo=UTC) for hour in (9, 10)])
    captured(mara, spring, datetime(2026, 3, 24, 9, tzinfo=UTC))
    weeks = weekly([spring], "Europe/Berlin", WEDNESDAY)[spring.pk].weeks
    assert [(week.y, week.tall) for week in weeks[-3:]] == [(0, HEIGHT), (HEIGHT, 0), (10, 10)]


def test_a_campaign_without_leads_shows_a_dash(client, mara):
    spring = a_campaign(mara)
    client.force_login(mara)
    page = client.get(reverse("reports:campaigns")).content.decode()
    assert 'class="weeks"' not in page
    captured(mara, spring, None)
    page = client.get(reverse("reports:campaigns")).content.decode()
    assert "Captured per week, the last eight: 0, 0, 0, 0, 0, 0, 0, 1" in page
