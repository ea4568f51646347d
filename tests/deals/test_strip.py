from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.template import Context, Template
from time_machine import travel

from deals.answers.actions import accept, send_back
from deals.closing.actions import win
from deals.line.queries import forget, line_now, worth
from deals.pipeline.actions import open_deal
from funnel.models import Organisation
from funnel.ratio import Ratio
from leads.clocks.actions import expire, hold
from tests.story import a_deal, a_reason, ago, an_accepted, an_offer

pytestmark = pytest.mark.django_db


MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)  # the default calendar: Monday to Friday, 9 to 17
HOUR = timedelta(hours=1)


def strip(user):
    context = Context({"user": user, "organisation": Organisation.current()})
    page = Template("{% load deals %}{% line_strip %}").render(context)
    return " ".join(page.split())


def answered(mara, sam, *reasons, at=None):
    for key in reasons:
        handoff = an_offer(mara, sam, at=at)
        if key == "accepted":
            accept(handoff, by=sam, at=at)
        else:
            send_back(handoff, by=sam, reason=a_reason("return", key), at=at)


def test_the_line_now_for_who_may_see_it(mara, sam):
    an_offer(mara, sam, at=ago(hours=6))
    answered(mara, sam, "accepted", "no_capacity", "not_our_target", "not_our_target")
    line = line_now(sam)
    assert (line["waiting"], line["oldest"].total_seconds() // 3600) == (1, 6)
    assert (line["accepted"], line["top"]) == (Ratio(1, 4), "Not our target")


def test_answers_older_than_30_days_do_not_count(mara, sam):
    answered(mara, sam, "accepted", at=ago(days=31))
    assert line_now(sam)["accepted"] == Ratio(0, 0)


def test_nobody_counts_what_they_may_not_see(mara, sam, ben, zoe):
    an_offer(mara, sam)
    assert (line_now(ben)["waiting"], line_now(mara)["waiting"]) == (0, 1)
    assert strip(zoe) == ""


def test_four_small_queries_and_a_link_to_the_inbox(mara, sam, django_assert_num_queries):
    an_offer(mara, sam)
    answered(mara, sam, "accepted", "no_capacity")
    sam.has_perm("funnel.see_handoffs"), sam.scope
    line_now(sam)  # the worth of a lead is remembered
    with django_assert_num_queries(5):  # with the organisation, which every page has read
        page = strip(sam)
    assert 'href="/handoffs/"' in page and "1 waiting" in page and "1 of 2" in page


def test_an_empty_line_says_so(sam):
    assert "0 waiting" in strip(sam)


def test_every_page_carries_it(client, sam):
    client.force_login(sam)
    assert "0 waiting" in client.get("/deals/").text


def test_what_waits_over_the_agreed_time_and_what_was_answered_in_it(mara, sam, greta):
    with travel(MONDAY, tick=False) as clock:
        accept(an_offer(mara, sam, tier="hot"), by=sam)
        waiting, held = (an_offer(mara, sam, tier="hot") for _each in range(2))
        hold(held, by=greta, words="Holiday")
        line = line_now(sam)
        assert (line["over"], line["in_time"]) == (0, Ratio(0, 0))
        clock.shift(HOUR)
        line = line_now(sam)
        assert (line["waiting"], line["over"], line["in_time"]) == (2, 1, Ratio(1, 2))
        assert "1 over" in strip(sam) and "in time 1 of 2" in strip(sam)


def test_what_ran_out_was_not_accepted(mara, sam):
    answered(mara, sam, "accepted")
    expire(an_offer(mara, sam))
    assert line_now(sam)["accepted"] == Ratio(1, 2)


def won_once_in_thirty(mara, sam, amount):
    deal = a_deal(mara, sam, amount=amount)
    win(deal, by=sam, reason=a_reason("win", "trust"))
    for _each in range(29):
        an_accepted(mara, sam)


def test_what_waits_is_worth_the_won_money_of_an_accepted_lead(client, mara, sam):
    won_once_in_thirty(mara, sam, Decimal(9000))
    an_offer(mara, sam), an_offer(mara, sam)
    assert worth() == Decimal(300)
    client.force_login(sam)
    assert "worth €600" in " ".join(client.get("/deals/").text.split())


def test_under_thirty_accepted_nobody_knows_what_they_are_worth(mara, sam):
    open_deal(by=sam, name="Tops", lead=an_accepted(mara, sam), amount=Decimal(100))
    an_offer(mara, sam)
    assert worth() is None
    assert "worth —" in strip(sam)


def test_the_worth_is_remembered_until_it_is_forgotten(mara, sam, django_assert_num_queries):
    assert worth() is None
    won_once_in_thirty(mara, sam, Decimal(3000))
    with django_assert_num_queries(0):
        assert worth() is None
    forget()
    assert worth() == Decimal(100)


def test_who_sees_no_deals_is_told_no_money(mara, sam):
    an_offer(mara, sam)
    sam.groups.get().permissions.remove(sam.groups.get().permissions.get(codename="see_deals"))
    assert "worth" not in strip(sam)
