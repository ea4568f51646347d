"""Marketing's lane: what came back, by reason, until something is made of it."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from deals.answers.actions import accept, send_back
from funnel import listing
from funnel.reasons.actions import add as add_reason
from leads.clocks.actions import expire
from leads.disputes.actions import dispute
from leads.handoff.actions import offer, withdraw
from leads.qualification.actions import disqualify, recycle, wake
from tests.deals.test_inbox import named, names_in
from tests.story import a_reason, ago, an_offer

pytestmark = pytest.mark.django_db
LATER = localdate() + timedelta(days=40)


def came_back(mara, sam, reason, *, name="Ada", **more):
    handoff = an_offer(mara, sam, person=named(name))
    send_back(handoff, by=sam, reason=a_reason("return", reason), **more)
    return handoff


def lane(client, reader, **query):
    client.force_login(reader)
    return client.get("/handoffs/", {"view": "back", **query})


def heads(answer):
    """[(reason, side, count)] of the piles, in the order of the page."""
    waiting = answer.text.split('class="line"')[0]
    head = r'side__head"><span>([^<]+?)\s*<span class="chip[^>]*>([^<]+)</span>\s*</span>.*?>(\d+)<'
    return [(why, side, int(count)) for why, side, count in re.findall(head, waiting)]


def test_the_reason_of_most_comes_first_with_its_side(client, mara, sam):
    came_back(mara, sam, "no_capacity", name="Ada")
    for name in ("Bea", "Cid"):
        came_back(mara, sam, "bad_contact", name=name)
    answer = lane(client, mara)
    assert heads(answer) == [
        ("Contact data missing or wrong", "Marketing", 2),
        ("No capacity", "Sales", 1),
    ]
    assert names_in(answer) == ["Cid", "Bea", "Ada"]


def test_what_nobody_answered_waits_as_a_pile_of_its_own(client, mara, sam):
    expire(an_offer(mara, sam, person=named("Ada")))
    answer = lane(client, mara)
    assert heads(answer) == [("Answered by nobody", "Sales", 1)]
    assert "waited for Sam" in answer.text and "/dispute/" not in answer.text


@pytest.mark.parametrize("become", ["offered", "accepted", "disqualified", "put away"])
def test_a_lead_that_has_moved_on_leaves_the_lane(client, mara, sam, become):
    lead = came_back(mara, sam, "other", words="No.").lead
    if become in ("offered", "accepted"):
        again = offer(lead, by=mara, to=sam)
        accept(again, by=sam) if become == "accepted" else None
    elif become == "disqualified":
        disqualify(lead, by=mara, reason=a_reason("disqualify", "spam"))
    else:
        recycle(lead, by=mara, reason=a_reason("recycle", "not_now"), until=LATER)
    assert "Nothing waits to be mended." in lane(client, mara).text


def test_what_was_offered_by_mistake_is_back_once_withdrawn(client, mara, sam):
    lead = came_back(mara, sam, "other", words="No.").lead
    withdraw(offer(lead, by=mara, to=sam), by=mara)
    assert heads(lane(client, mara)) == [("Other", "Unknown", 1)]


def test_a_second_return_counts_once_by_its_own_reason(client, mara, sam):
    lead = came_back(mara, sam, "bad_contact").lead
    again = offer(lead, by=mara, to=sam)
    send_back(again, by=sam, reason=a_reason("return", "no_capacity"))
    assert heads(lane(client, mara)) == [("No capacity", "Sales", 1)]


def test_too_early_sleeps_in_the_lane_until_its_day_and_can_be_offered_then(client, mara, sam):
    lead = came_back(mara, sam, "too_early", until=LATER).lead
    asleep = lane(client, mara).text
    assert "sleeps until" in asleep and f"/leads/{lead.pk}/waking/" in asleep
    wake(lead, by=None)
    awake = lane(client, mara).text
    assert "sleeps until" not in awake and f"/leads/{lead.pk}/offer/" in awake


def test_a_disputed_return_stays_in_its_pile_and_says_so(client, mara, sam):
    dispute(came_back(mara, sam, "no_capacity"), by=mara, words="She is free.")
    answer = lane(client, mara)
    assert heads(answer) == [("No capacity", "Sales", 1)] and "Disputed" in answer.text


def test_a_reason_that_people_added_is_mended_by_its_side(client, mara, sam):
    add_reason(kind="return", label="Wrong country", side="line")
    came_back(mara, sam, "wrong_country")
    answer = lane(client, mara)
    assert heads(answer) == [("Wrong country", "Line", 1)] and "Offer again" in answer.text


def test_a_manager_sees_all_of_it_and_mends_nothing(client, mara, sam, greta):
    handoff = came_back(mara, sam, "no_capacity")
    dispute(handoff, by=mara, words="She is free.")
    answer = lane(client, greta)
    assert heads(answer) == [("No capacity", "Sales", 1)] and "offered by Mara" in answer.text
    assert f"/{handoff.pk}/decision/" in answer.text and "Offer again" not in answer.text


def test_a_seller_has_no_such_lane(client, mara, sam):
    came_back(mara, sam, "no_capacity")
    answer = lane(client, sam)
    assert heads(answer) == [] and "Came back" not in answer.text


def test_piles_go_on_over_pages_and_count_the_whole_view(client, mara, sam, monkeypatch):
    monkeypatch.setattr(listing, "PER_PAGE", 2)
    came_back(mara, sam, "no_capacity", name="Ada")
    for name in ("Bea", "Cid", "Dan"):
        came_back(mara, sam, "other", name=name, words="No.")
    most, least = ("Other", "Unknown", 3), ("No capacity", "Sales", 1)
    assert heads(lane(client, mara)) == [most]
    assert heads(lane(client, mara, page=2)) == [most, least]


def test_what_came_back_long_ago_waits_on(client, mara, sam):
    handoff = an_offer(mara, sam, at=ago(days=80))
    send_back(handoff, by=sam, reason=a_reason("return", "no_capacity"), at=ago(days=75))
    answer = lane(client, mara)
    assert heads(answer) == [("No capacity", "Sales", 1)]
    assert "1 came back and waits to be mended." in answer.text


def test_more_rows_and_reasons_ask_no_more_questions(
    client, mara, sam, django_assert_max_num_queries
):
    for number, reason in enumerate(("other", "no_capacity", "bad_contact", "wrong_person") * 3):
        came_back(mara, sam, reason, name=f"P{number}", words="No.")
    lane(client, mara)
    with django_assert_max_num_queries(36):
        assert lane(client, mara).text.count('class="rowitem"') >= 12


def test_a_lead_that_slept_and_woke_is_in_the_lane_again(client, mara, sam):
    handoff = came_back(mara, sam, "too_early", until=LATER)
    assert "sleeps until" in lane(client, mara).text
    wake(handoff.lead, by=None)
    answer = lane(client, mara)
    assert names_in(answer) == ["Ada"] and "awake since" in answer.text
