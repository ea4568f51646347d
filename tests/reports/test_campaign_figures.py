"""What a campaign cost and brought, on both sides of the line: whole results of small stories."""

from datetime import date
from decimal import Decimal

import pytest

from deals.answers.actions import send_back
from deals.closing.actions import win
from funnel.ratio import Ratio
from leads.spending.actions import log_reach, log_spend
from reports.campaign_figures import Figures, campaign_figures, together
from reports.cost import Cost
from tests.story import a_campaign, a_deal, a_lead, a_reason, ago, an_mql, an_offer

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 3)


def spend(campaign, mara, amount):
    money = {"amount": Decimal(amount), "currency": "EUR"}
    log_spend(campaign, by=mara, on=MARCH, what="Booth", **money)


def a_story(mara, sam, campaign):
    """Three leads: one returned, one qualified, one bought for 1,000."""
    for amount in (500, -100):
        spend(campaign, mara, amount)
    log_reach(campaign, by=mara, on=MARCH, kind="heads", count=80)
    an_mql(mara, campaign=campaign, at=ago(days=9))
    back = an_offer(mara, sam, campaign=campaign, at=ago(days=8))
    send_back(back, by=sam, reason=a_reason("return", "not_our_target"), at=ago(days=7))
    deal = a_deal(mara, sam, campaign=campaign, at=ago(days=6))
    win(deal, by=sam, reason=a_reason("win", "trust"), at=ago(days=2))


WHOLE = Figures(
    spent=Decimal(400),
    reached=80,
    captured=3,
    mql=3,
    offered=2,
    accepted=1,
    deal=1,
    won=1,
    won_money=Decimal(1000),
    offers=2,
    decided=2,
    taken=1,
    back=1,
    reasons=(("Not our target", 1),),
)


def test_the_whole_of_a_small_story(mara, sam):
    campaign, other = a_campaign(mara), a_campaign(mara, name="Other")
    a_story(mara, sam, campaign)
    a_lead(mara, campaign=other)
    found = campaign_figures([campaign, other])
    assert found == {campaign.pk: WHOLE, other.pk: Figures(captured=1)}
    assert found[campaign.pk].of_decided == found[campaign.pk].returned == Ratio(1, 2)
    assert found[campaign.pk].top_reason == ("Not our target", Ratio(1, 1))


def test_a_campaign_of_which_nothing_is_known_has_nothing(mara):
    campaign = a_campaign(mara)
    assert campaign_figures([campaign]) == {campaign.pk: Figures()}
    assert campaign_figures([]) == {}
    assert Figures().cost("accepted").each is None and Figures().top_reason == ()


def test_the_past_is_asked_again_as_it_was_known(mara, sam):
    campaign = a_campaign(mara)
    early = a_lead(mara, campaign=campaign)
    a_lead(mara, campaign=campaign)
    seen = campaign_figures([campaign], as_of=early.steps.get().recorded_at)[campaign.pk]
    assert seen == Figures(captured=1)


def test_several_campaigns_are_added_up_as_one(mara, sam):
    campaign, other = a_campaign(mara), a_campaign(mara, name="Other")
    a_story(mara, sam, campaign)
    back = an_offer(mara, sam, campaign=other)
    send_back(back, by=sam, reason=a_reason("return", "no_capacity"))
    both = together(campaign_figures([campaign, other]).values())
    assert (both.spent, both.captured, both.offers, both.back) == (400, 4, 3, 2)
    assert both.reasons == (("No capacity", 1), ("Not our target", 1))


def test_a_won_deal_without_an_amount_is_said_to_be_unknown(mara, sam):
    campaign = a_campaign(mara)
    deal = a_deal(mara, sam, campaign=campaign, amount=None, at=ago(days=3))
    win(deal, by=sam, reason=a_reason("win", "trust"))
    found = campaign_figures([campaign])[campaign.pk]
    assert (found.won, found.won_money, found.unpriced) == (1, 0, 1)


@pytest.mark.parametrize(
    ("spent", "count", "each", "low", "high"),
    [  # the tables say of 10: 4.795 to 18.39; of 1: 0.0253 to 5.572; of 9: 4.115 to 17.08
        (1000, 10, 100, Decimal("54.4"), Decimal("208.9")),
        (100, 1, 100, Decimal("17.9"), Decimal("3949.8")),
        (900, 9, 100, Decimal("52.7"), Decimal("218.7")),
        (0, 10, None, None, None),
        (1000, 0, None, None, None),
    ],
)
def test_what_one_cost_is_known_within_the_limits_of_its_count(spent, count, each, low, high):
    cost = Cost(Decimal(spent), count)
    found = [cost.low, cost.high]
    assert cost.each == each
    assert [value and round(value, 1) for value in found] == [low, high]


def test_more_campaigns_ask_no_more_questions(mara, django_assert_max_num_queries):
    many = [a_campaign(mara, name=f"Effort {number}") for number in range(12)]
    with django_assert_max_num_queries(10):
        campaign_figures(many)
