"""A campaign's code is changed while its addresses are out there."""

import pytest

from leads.links.resolving import resolve
from leads.touches.actions import touch
from leads.unmatched.queries import Unmatched, of_campaign
from tests.story import a_campaign

pytestmark = pytest.mark.django_db


def recoded(campaign, code):
    campaign.code = code
    campaign.save(update_fields=["code"])
    return campaign


@pytest.fixture
def spring(mara):
    """Called spring-26 once, spring now."""
    return recoded(recoded(a_campaign(mara), "Spring-26"), "spring")


def test_what_carries_an_earlier_code_still_counts_for_it(spring):
    found = resolve(campaign="SPRING-26")
    assert (found.campaign, found.resolution) == (spring, "exact")
    assert resolve(campaign="spring").campaign == spring


def test_a_code_that_another_has_now_is_the_other_s(mara, spring):
    other = recoded(a_campaign(mara, name="Other"), "spring-26")
    assert resolve(campaign="spring-26").campaign == other
    came = touch("visit", utm_campaign="spring-26", resolution="none")
    assert (list(of_campaign(other)), list(of_campaign(spring))) == ([came], [])


def test_of_two_that_had_a_code_the_later_is_meant(mara, spring):
    other = recoded(recoded(a_campaign(mara, name="Other"), "spring-26"), "other")
    assert resolve(campaign="spring-26").campaign == other


def test_nobody_is_asked_whose_an_earlier_code_is(mara, spring):
    came = touch("visit", utm_campaign="spring-26", resolution="none")
    assert list(Unmatched(mara)[0:50]) == []
    assert list(of_campaign(spring)) == [came]
