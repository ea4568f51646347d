"""Marketing contests a return, a manager decides, and both are counted."""

import pytest
from django.urls import reverse

from deals.answers.actions import send_back
from funnel.refusal import LostRace, Refusal
from leads.disputes.actions import dispute, overturn, reply, uphold
from leads.models import Handoff
from tests.story import a_reason, an_offer, trail


@pytest.fixture
def returned(mara, sam):
    handoff = an_offer(mara, sam)
    send_back(handoff, by=sam, reason=a_reason("return", "not_our_target"))
    return handoff


def test_a_return_that_is_upheld_stands(returned, mara, greta):
    dispute(returned, by=mara, words="She runs a canteen of 400")
    uphold(returned, by=greta, words="We do no canteens")
    assert trail(returned) == ["offered", "returned", "disputed", "upheld"]
    assert list(Handoff.objects.came_back()) == [returned]


def test_a_return_that_is_overturned_is_offered_again_as_the_next_pass(returned, mara, sam, greta):
    dispute(returned, by=mara, words="She runs a canteen of 400")
    again = overturn(returned, by=greta, words="So it is")
    assert trail(returned)[-1] == "overturned"
    assert (again.pass_no, again.stage, again.offered_to) == (2, "offered", sam)
    assert not Handoff.objects.came_back().exists()


def test_a_lead_put_away_by_the_return_wakes_for_its_next_pass(mara, sam, greta):
    from datetime import timedelta

    from django.utils.timezone import localdate

    handoff = an_offer(mara, sam)
    reason, until = a_reason("return", "too_early"), localdate() + timedelta(days=90)
    send_back(handoff, by=sam, reason=reason, until=until)
    dispute(handoff, by=mara, words="She asked for this week")
    assert overturn(handoff, by=greta, words="So it is").pass_no == 2


def test_where_the_lead_has_gone_on_nothing_more_is_offered(returned, mara, ben, greta):
    from leads.handoff.actions import offer

    dispute(returned, by=mara, words="She runs a canteen of 400")
    offer(returned.lead, by=mara, to=ben)
    assert overturn(returned, by=greta, words="So it is") is None


def test_a_dispute_needs_words_and_a_return(returned, mara, sam):
    with pytest.raises(Refusal, match="Say why"):
        dispute(returned, by=mara, words="")
    with pytest.raises(Refusal, match="cannot become disputed"):
        dispute(an_offer(mara, sam), by=mara, words="No")


def test_disputing_twice_is_once(returned, mara):
    assert dispute(returned, by=mara, words="No")
    assert dispute(returned, by=mara, words="No") is None


def test_of_two_who_decide_the_second_is_told_who_did(returned, mara, greta, adam):
    dispute(returned, by=mara, words="No")
    uphold(returned, by=greta, words="So it is")
    with pytest.raises(LostRace, match="Upheld by Greta"):
        overturn(returned, by=adam, words="So it is")


def test_the_pages_show_what_was_offered_and_what_both_sides_said(client, returned, mara, greta):
    reply(returned, by=mara, words="He has 40 rooms")
    dispute(returned, by=mara, words="Please look again")
    client.force_login(greta)
    page = client.get(reverse("leads:decision", args=[returned.pk]))
    told = [(each.what, each.side, str(each.why)) for each in page.context["said"]]
    assert b"He has 40 rooms" in page.content and told == [
        ("Returned", "sal", "Not our target"),
        ("Answered", "mkt", "None"),
        ("Disputed", "mkt", "None"),
    ]


@pytest.mark.parametrize("verb", [uphold, overturn])
def test_an_argument_is_decided_with_a_word(returned, mara, greta, verb):
    dispute(returned, by=mara, words="No")
    with pytest.raises(Refusal, match="Say why, for both sides"):
        verb(returned, by=greta, words=" ")
    assert returned.stage == "disputed"


def test_a_decision_without_words_is_told_at_its_field(client, returned, mara, greta):
    dispute(returned, by=mara, words="No")
    client.force_login(greta)
    page = reverse("leads:decision", args=[returned.pk])
    label = client.get(page).text.split("Why, for both sides")[1].split("</label>")[0]
    answer = client.post(page, {"decision": "uphold", "words": ""})
    assert "optional" not in label and answer.status_code == 422
    assert answer.context["form"].errors == {"words": ["Say why, for both sides."]}


@pytest.mark.parametrize("route", ["leads:reply", "leads:dispute"])
def test_what_is_needed_is_not_called_optional(client, returned, mara, route):
    client.force_login(mara)
    assert "field__optional" not in client.get(reverse(route, args=[returned.pk])).text


def test_a_disputed_return_says_since_when_by_whom_and_leads_to_the_lead(client, returned, mara):
    dispute(returned, by=mara, words="No")
    client.force_login(mara)
    answer = client.get(reverse("leads:dispute", args=[returned.pk]), follow=True)
    assert answer.redirect_chain == [(returned.lead.get_absolute_url(), 302)]
    assert "Disputed by Mara" in answer.text and "A manager decides." in answer.text


def test_a_decided_dispute_says_who_decided(client, returned, mara, greta):
    dispute(returned, by=mara, words="No")
    uphold(returned, by=greta, words="We do no canteens")
    client.force_login(greta)
    answer = client.get(reverse("leads:decision", args=[returned.pk]), follow=True)
    assert answer.redirect_chain and "Upheld by Greta" in answer.text
