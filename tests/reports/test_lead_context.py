"""What the page of a lead tells around it: other episodes, the company, the best time, its like."""

import pytest

from deals.closing.actions import win
from tests.cast import a_user
from tests.reports.opening import page
from tests.story import a_campaign, a_deal, a_lead, a_person, a_reason, an_offer

pytestmark = pytest.mark.django_db


def test_an_earlier_episode_says_what_became_of_it_and_why(client, mara, sam):
    ada = a_person()
    win(a_deal(mara, sam, person=ada), by=sam, reason=a_reason("win", "trust"))
    assert "Won: Trust in us" in page(client, a_lead(mara, person=ada), mara)


def test_who_else_is_at_the_company_is_told_as_far_as_one_may_see(client, mara, sam):
    eve = a_user("Eve", "salesperson", team="South")
    a_deal(mara, eve, person=a_person(name="Bea", email="bea@x.example", company="Firm"))
    ada = a_person(name="Ada", email="ada@x.example", company="Firm")
    lead = an_offer(mara, sam, person=ada).lead
    assert "in discovery with Eve" in page(client, lead, mara)
    assert "At the company" not in page(client, lead, sam)


def test_an_open_lead_has_a_best_time_and_its_like_and_a_closed_one_neither(client, mara, sam):
    ada = a_person(name="Ada", phone="+49 40 55507716")
    deal = a_deal(mara, sam, person=ada, campaign=a_campaign(mara))
    shown = page(client, deal.lead, sam)
    assert "Germany" in shown and "1 of 1 accepted" in shown
    win(deal, by=sam, reason=a_reason("win", "trust"))
    shown = page(client, deal.lead, sam)
    assert "Germany" not in shown and "Like them" not in shown


def test_before_the_line_the_organisations_hours_hold(client, mara):
    ada = a_person(name="Ada", phone="+49 40 55507716")
    assert "Both at work" in page(client, a_lead(mara, person=ada), mara)
