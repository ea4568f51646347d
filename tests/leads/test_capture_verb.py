import pytest

from deals.closing.actions import win
from leads.lead.actions import capture
from leads.models import Touchpoint
from leads.qualification.actions import disqualify
from tests.story import DAY, a_campaign, a_deal, a_lead, a_person, a_reason, ago, trail

pytestmark = pytest.mark.django_db


def test_a_first_interest_bears_a_lead(mara):
    campaign = a_campaign(mara)
    lead, born = capture(
        a_person(), by=mara, touched="form", campaign=campaign, words="How much?", page="/offer"
    )
    assert born and trail(lead) == ["captured"]
    assert (lead.channel, lead.owner, lead.words) == (campaign.channel, mara, "How much?")
    assert lead.touchpoints.get().page == "/offer"


def test_interest_during_an_open_episode_is_a_touchpoint_on_it(mara):
    person = a_person()
    lead = a_lead(mara, person=person)
    again, born = capture(person, by=mara, touched="form", words="Me again")
    assert (again, born) == (lead, False)
    assert [t.words for t in Touchpoint.objects.all()] == ["", "Me again"]


def test_after_the_episode_has_ended_a_new_one_is_linked_to_it(mara):
    person = a_person()
    first = a_lead(mara, person=person, at=ago(days=30))
    disqualify(first, by=mara, reason=a_reason("disqualify", "no_need"))
    second = a_lead(mara, person=person)
    assert (second.earlier, second.kind) == (first, "new")


def test_a_customers_new_interest_is_a_repeat(mara, sam):
    deal = a_deal(mara, sam, at=ago(days=30))
    win(deal, by=sam, reason=a_reason("win", "trust"), at=ago(days=30) + DAY)
    assert a_lead(mara, person=deal.person).kind == "repeat"
