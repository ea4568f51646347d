"""My day: what waits for one seller, in one order, each with its reason."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import now

from deals.activities.actions import finish, plan
from deals.answers.actions import accept
from deals.closing.actions import win
from deals.day.queries import done_today, the_day
from deals.pipeline.actions import advance, open_deal
from funnel.models import Team
from tests.story import a_deal, a_reason, ago, an_accepted, an_offer

pytestmark = pytest.mark.django_db
LATER = timedelta(days=3)


def kinds(user):
    return [item.kind for item in the_day(user)]


def overdue(step):
    """A promise whose hour has passed."""
    type(step).objects.filter(pk=step.pk).update(due_at=ago(hours=2))


def test_promises_then_offers_then_bare_leads_then_bare_deals_then_the_rest(mara, sam):
    planned = a_deal(mara, sam)
    plan(by=sam, deal=planned, text="Visit", due_at=now() + LATER)
    a_deal(mara, sam)
    an_accepted(mara, sam)
    an_offer(mara, sam)
    overdue(plan(by=sam, lead=an_accepted(mara, sam), text="Call", due_at=now() + LATER))
    assert kinds(sam) == ["step", "offer", "lead", "deal", "later"]


def test_the_rest_is_ordered_by_value_times_likelihood(mara, sam):
    big, likely = a_deal(mara, sam, amount=Decimal(5000)), a_deal(mara, sam, amount=Decimal(1000))
    advance(likely, "committed", by=sam)  # 900 against 500
    for deal in (big, likely):
        plan(by=sam, deal=deal, text="Call", due_at=now() + LATER)
    assert [item.deal for item in the_day(sam)] == [likely, big]


def test_a_lead_with_an_open_deal_needs_no_step_of_its_own(mara, sam):
    lead = an_accepted(mara, sam)
    open_deal(by=sam, name="Ten worktops", lead=lead)
    assert kinds(sam) == ["deal"]


def test_the_teams_queue_waits_for_each_of_them(mara, sam, ben):
    an_offer(mara, team=Team.objects.get(name="North"))
    assert kinds(sam) == kinds(ben) == ["offer"]


def test_a_colleagues_work_is_not_mine(mara, sam, ben):
    a_deal(mara, ben)
    an_offer(mara, ben)
    assert kinds(sam) == []


def test_what_was_done_today_counts(mara, sam):
    step = plan(by=sam, deal=a_deal(mara, sam, at=ago(days=3)), text="Call", due_at=now() + LATER)
    finish(step)
    accept(an_offer(mara, sam), by=sam)
    assert done_today(sam) == 2


def test_the_page_shows_the_first_item_with_its_box(client, mara, sam):
    deal = a_deal(mara, sam, at=ago(days=3))
    step = plan(by=sam, deal=deal, text="Call Joan", due_at=now() + LATER)
    overdue(step)
    client.force_login(sam)
    text = client.get("/day/").text
    assert "1 promise due" in text and "1 late" in text
    assert "Call Joan" in text and "2 h 00 late" in text and "Done and next" in text
    assert f"/activities/new/?deal={deal.pk}" in text and f"/next-steps/{step.pk}/snooze/" in text
    assert re.search(r">1</span>\s*<span class=\"faint\">of 1", text)


def test_offers_are_in_the_order_of_their_clocks_and_show_them(client, mara, sam):
    calm, pressing = an_offer(mara, sam, at=ago(hours=2)), an_offer(mara, sam, tier="hot")
    late = an_offer(mara, sam, tier="hot", at=ago(days=5))
    assert [item.record for item in the_day(sam)] == [late, pressing, calm]
    client.force_login(sam)
    text = client.get("/day/").text
    assert " over" in text and " left" in text and "since the offer" not in text


def test_an_offer_is_answered_in_place(client, mara, sam):
    handoff = an_offer(mara, sam, words="42 bathrooms")
    client.force_login(sam)
    text = client.get("/day/").text
    assert f"/handoffs/{handoff.pk}/acceptance/" in text and "42 bathrooms" in text


def test_done_and_next_writes_finishes_and_goes_on(client, mara, sam):
    one, two = a_deal(mara, sam), a_deal(mara, sam)
    steps = [plan(by=sam, deal=d, text="Call", due_at=now() + LATER) for d in (one, two)]
    for step in steps:
        overdue(step)
    client.force_login(sam)
    onward = f"/day/?at=step-{steps[1].pk}"
    assert f'value="{onward}"' in client.get("/day/").text
    sent = {"kind": "call", "outcome": "reached", "done": "on", "next": onward}
    assert client.post(f"/activities/new/?deal={one.pk}", sent).url == onward
    steps[0].refresh_from_db()
    assert steps[0].done_at and one.activities.count() == 1


def test_done_without_a_word_is_enough(client, mara, sam):
    deal = a_deal(mara, sam)
    plan(by=sam, deal=deal, text="Call", due_at=now() + LATER)
    client.force_login(sam)
    client.post(f"/activities/new/?deal={deal.pk}", {"kind": "call", "done": "on"})
    assert not deal.activities.exists() and kinds(sam) == ["deal"]


def test_an_empty_day_and_a_finished_day_say_so(client, mara, sam):
    client.force_login(sam)
    assert "Nothing waits for you today." in client.get("/day/").text
    deal = a_deal(mara, sam, at=ago(days=2))
    finish(plan(by=sam, deal=deal, text="Call", due_at=now() + LATER))
    win(deal, by=sam, reason=a_reason("win", "trust"))
    assert "That was today. 1 done." in " ".join(client.get("/day/").text.split())


def test_who_does_not_sell_has_no_day(client, mara, ana, zoe):
    for user in (mara, ana, zoe):
        client.force_login(user)
        assert client.get("/day/").status_code == 403


def test_the_number_of_queries_does_not_grow(client, mara, sam, django_assert_max_num_queries):
    for n in range(8):
        an_offer(mara, sam, at=ago(hours=n))
        plan(by=sam, deal=a_deal(mara, sam), text="Call", due_at=now() + LATER)
    client.force_login(sam)
    client.get("/day/")
    with django_assert_max_num_queries(32):
        client.get("/day/")
