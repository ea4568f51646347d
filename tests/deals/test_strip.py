import pytest
from django.template import Context, Template

from deals.answers.actions import accept, send_back
from deals.line.queries import line_now
from funnel.ratio import Ratio
from tests.story import a_reason, ago, an_offer

pytestmark = pytest.mark.django_db


def strip(user):
    page = Template("{% load deals %}{% line_strip %}").render(Context({"user": user}))
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
    with django_assert_num_queries(4):
        page = strip(sam)
    assert 'href="/handoffs/"' in page and "1 waiting" in page and "1 of 2" in page


def test_an_empty_line_says_so(sam):
    assert "0 waiting" in strip(sam)


def test_every_page_carries_it(client, sam):
    client.force_login(sam)
    assert "0 waiting" in client.get("/deals/").text
