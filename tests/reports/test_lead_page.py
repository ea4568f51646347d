"""The page of one lead: who opens it, what each side of the line shows, and its legal next acts."""

from decimal import Decimal

import pytest

from deals.activities.actions import log, plan
from deals.answers.actions import send_back
from deals.closing.actions import win
from deals.pipeline.actions import open_deal
from leads.qualification.actions import disqualify
from tests.cast import a_user
from tests.reports.opening import opened, page
from tests.story import (
    DAY,
    a_deal,
    a_lead,
    a_person,
    a_reason,
    ago,
    an_accepted,
    an_mql,
    an_offer,
)

pytestmark = pytest.mark.django_db
START = ago(days=30)


def test_who_sees_a_lead_opens_it_and_nobody_else(client, mara, sam, ben, greta, ana, zoe):
    lead = an_offer(mara, sam).lead
    assert [opened(client, lead, who).status_code for who in (mara, sam, greta, ana)] == [200] * 4
    assert opened(client, lead, ben).status_code == 404
    assert opened(client, lead, zoe).status_code == 403


def test_a_stranger_is_sent_to_sign_in(client, mara):
    assert client.get(a_lead(mara).get_absolute_url()).status_code == 302


def test_before_the_line_sales_side_is_quiet(client, mara):
    shown = page(client, a_lead(mara, words="I need ten tops"), mara)
    assert "Sales will work here" in shown
    assert "What sales does next" not in shown
    assert "I need ten tops" in shown


def test_marketing_is_offered_only_its_legal_acts(client, mara):
    lead = an_mql(mara)
    shown = page(client, lead, mara)
    assert f"/leads/{lead.pk}/offer/" in shown
    assert f"/leads/{lead.pk}/recycling/" in shown
    assert f"/leads/{lead.pk}/qualification/" not in shown


def test_the_one_it_waits_for_accepts_or_returns_it(client, mara, sam, ana):
    handoff = an_offer(mara, sam)
    shown = page(client, handoff.lead, sam)
    assert f"/handoffs/{handoff.pk}/acceptance/" in shown
    assert f"/handoffs/{handoff.pk}/return/" in shown
    assert "Waiting" in shown
    assert "acceptance" not in page(client, handoff.lead, ana)


def test_an_accepted_lead_shows_its_next_step_and_the_way_to_a_deal(client, mara, sam):
    lead = an_accepted(mara, sam, at=START)
    plan(by=sam, text="Call about the kitchen", due_at=ago(days=-1), lead=lead)
    shown = page(client, lead, sam)
    assert "Call about the kitchen" in shown
    assert f"/deals/new/?lead={lead.pk}" in shown
    assert "Accepted" in shown


def test_an_accepted_lead_without_a_next_step_says_so(client, mara, sam):
    assert "No next step." in page(client, an_accepted(mara, sam), sam)


def test_a_marketer_reads_stage_and_money_and_no_notes(client, mara, sam):
    deal = a_deal(mara, sam, at=START, amount=Decimal(1234))
    plan(by=sam, text="Flatter her brother", due_at=ago(days=-1), deal=deal)
    log(by=sam, kind="call", outcome="reached", deal=deal, words="She is broke")
    shown = page(client, deal.lead, mara)
    assert "€1,234" in shown and "Discovery" in shown and "Call, reached" in shown
    assert "Flatter her brother" not in shown and "She is broke" not in shown
    assert "What sales wrote down for itself is not shown to you." in shown


def test_a_return_is_told_where_marketing_looks(client, mara, sam):
    handoff = an_offer(mara, sam, at=START)
    reason = a_reason("return", "not_our_target")
    send_back(handoff, by=sam, reason=reason, words="They rent", at=START + DAY)
    shown = page(client, handoff.lead, mara)
    assert "by Sam: Not our target" in shown
    assert "They rent" in shown
    assert "Sales will work here" in shown


def test_one_who_holds_both_sides_takes_it_over_the_line(client, mara):
    solo = a_user("Solo", "marketer", "salesperson")
    lead = an_mql(solo)
    assert f"/leads/{lead.pk}/crossing/" in page(client, lead, solo)
    assert "crossing/" not in page(client, lead, mara)


def test_earlier_and_later_episodes_are_linked(client, mara):
    ada = a_person()
    first = a_lead(mara, person=ada, at=START)
    disqualify(first, by=mara, reason=a_reason("disqualify", "no_need"), at=START + DAY)
    second = a_lead(mara, person=ada)
    assert "episode 2 of 2" in page(client, second, mara)
    assert first.get_absolute_url() in page(client, second, mara)
    assert second.get_absolute_url() in page(client, first, mara)


def test_an_episode_one_may_not_see_is_counted_and_not_linked(client, mara, sam):
    ada = a_person()
    first = a_lead(mara, person=ada, at=START)
    disqualify(first, by=mara, reason=a_reason("disqualify", "no_need"), at=START + DAY)
    second = an_offer(mara, sam, person=ada).lead
    shown = page(client, second, sam)
    assert "episode 2 of 2" in shown
    assert f'href="{first.get_absolute_url()}"' not in shown


def test_a_closed_episode_has_no_next_act(client, mara, sam):
    deal = a_deal(mara, sam, at=START)
    win(deal, by=sam, reason=a_reason("win", "trust"))
    shown = page(client, deal.lead, sam)
    assert "No next step." not in shown and "/deals/new/?lead" not in shown
    assert "Closed" in shown


@pytest.mark.parametrize(
    ("view", "there", "gone"),
    [
        ("said", "I need tops", "Deal opened"),
        ("marketing", "Qualified", "Deal opened"),
        ("sales", "Deal opened", "Qualified"),
        ("changes", "Nothing of that kind has happened.", "Qualified"),
    ],
)
def test_the_journey_is_shown_by_what_one_asks_for(client, mara, sam, view, there, gone):
    lead = an_accepted(mara, sam, at=START, words="I need tops")
    open_deal(by=sam, name="Ten tops", lead=lead, at=START)
    journey = page(client, lead, sam, view=view).split('id="journey"')[1]
    assert there in journey
    assert gone not in journey
