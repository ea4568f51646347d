"""Each reason of return has one act that mends it, one click from its row."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils.timezone import localdate

from deals.answers.mends import ACTS, BY_SIDE, MENDS
from leads.clocks.actions import expire
from leads.handoff.actions import withdraw
from leads.reasons import REASONS
from leads.routing.actions import add as add_rule
from tests.deals.test_inbox import named
from tests.deals.test_lane import came_back, lane
from tests.story import a_person, a_reason, an_offer, trail

pytestmark = pytest.mark.django_db
LATER = localdate() + timedelta(days=40)
BACK = "/handoffs/?view=back"


def click(client, mara, label):
    """Press the first button of that name in the lane; its answer, and how it was sent."""
    forms = re.findall(
        r'<form method="post" action="([^"]+)">(.*?)</form>', lane(client, mara).text
    )
    address, inside = next(form for form in forms if f">{label}</button>" in form[1])
    sent = {n: unescape(v) for n, v in re.findall(r'name="(\w+)" value="([^"]*)"', inside)}
    return client.post(address, sent), (address, sent)


def by_rules(sam, ben):
    add_rule(name="Sam", conditions={}, to_user=sam)
    add_rule(name="Ben", conditions={}, to_user=ben)


def test_every_reason_and_every_side_leads_to_an_act_that_there_is():
    shipped = {key for kind, key, *_rest in REASONS if kind == "return"}
    assert shipped <= MENDS.keys()
    assert {mend.act for mend in (*MENDS.values(), *BY_SIDE.values())} <= ACTS.keys()


@pytest.mark.parametrize(
    ("why", "ends"), [("not_our_target", "never_fit"), ("not_a_buyer", "spam")]
)
def test_who_is_no_buyer_is_disqualified_with_that_reason(client, mara, sam, why, ends):
    lead = came_back(mara, sam, why).lead
    answer, _sent = click(client, mara, "Disqualify")
    assert (answer.status_code, answer.url) == (302, BACK)
    last = lead.steps.order_by("id").last()
    assert (last.to_stage, last.reason) == ("disqualified", ends)


def test_disqualified_twice_is_once_and_the_page_says_of_whom(client, mara, sam):
    lead = came_back(mara, sam, "not_a_buyer").lead
    _answer, (address, sent) = click(client, mara, "Disqualify")
    assert client.post(address, sent).status_code == 302
    assert trail(lead).count("disqualified") == 1
    assert "Ada is disqualified: Spam." in client.get(BACK).text


def test_a_reason_that_was_put_away_is_chosen_anew_on_the_page(client, mara, sam):
    lead = came_back(mara, sam, "not_a_buyer").lead
    gone = a_reason("disqualify", "spam")
    gone.active = False
    gone.save()
    answer, _sent = click(client, mara, "Disqualify")
    assert answer.status_code == 422 and f'name="next" value="{BACK}"' in answer.text
    assert trail(lead)[-1] == "mql"


def test_wrong_data_is_corrected_and_then_offered_to_the_same_again(client, mara, sam):
    lead = came_back(mara, sam, "bad_contact").lead
    text = lane(client, mara).text
    edit = f"/people/{lead.person_id}/edit/?next=%2Fhandoffs%2F%3Fview%3Dback"
    assert edit in text and "Offer again" not in text
    page = client.get(edit).text
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    sent = {"name": "Ada", "email": "ada.berg@x.example", "phone": "", "company": ""}
    assert client.post(edit, {**sent, "version": version}).url == BACK
    assert click(client, mara, "Offer again")[0].url == BACK
    again = lead.handoffs.get(pass_no=2)
    assert (again.offered_to, again.stage) == (sam, "offered")
    assert again.evidence["email"] == "ada.berg@x.example"


def test_offered_again_can_be_undone_from_the_message(client, mara, sam, ben):
    by_rules(sam, ben)
    lead = came_back(mara, sam, "no_capacity").lead
    click(client, mara, "Offer again")
    text, again = client.get(BACK).text, lead.handoffs.get(pass_no=2)
    assert "Ada is offered to Ben." in text and ">Undo</button>" in text
    assert f'action="/handoffs/{again.pk}/withdrawal/"' in text
    assert client.post(f"/handoffs/{again.pk}/withdrawal/", {"next": BACK}).url == BACK
    assert "No capacity" in lane(client, mara).text


@pytest.mark.parametrize("why", ["wrong_person", "no_capacity"])
def test_the_rules_offer_it_again_and_not_to_who_had_it(client, mara, sam, ben, why):
    by_rules(sam, ben)
    lead = came_back(mara, sam, why).lead
    _answer, (address, sent) = click(client, mara, "Offer again")
    assert client.post(address, sent).status_code == 302
    assert [(each.offered_to, each.pass_no) for each in lead.handoffs.order_by("pass_no")] == [
        (sam, 1),
        (ben, 2),
    ]


def test_where_the_rules_have_nobody_else_somebody_is_chosen(client, mara, sam):
    add_rule(name="Sam", conditions={}, to_user=sam)
    lead = came_back(mara, sam, "wrong_person").lead
    answer, _sent = click(client, mara, "Offer again")
    assert answer.status_code == 422 and "No rule has anybody for this lead." in answer.text
    assert f'name="not_to" value="{sam.pk}"' in answer.text
    assert trail(lead)[-1] == "mql"


def test_what_ran_out_is_offered_to_somebody_else(client, mara, sam, ben):
    by_rules(sam, ben)
    handoff = an_offer(mara, sam, person=named("Ada"))
    expire(handoff)
    click(client, mara, "Offer again")
    assert handoff.lead.handoffs.get(pass_no=2).offered_to == ben


def test_what_a_queue_returned_is_given_to_whom_a_person_chooses(client, mara, sam):
    handoff = an_offer(mara, team=sam.teams.get(), person=named("Ada"))
    expire(handoff)
    text = lane(client, mara).text
    assert f"/leads/{handoff.lead_id}/offer/?next=" in text and ">Offer again<" not in text


def test_who_sleeps_is_woken_with_one_click(client, mara, sam):
    lead = came_back(mara, sam, "too_early", until=LATER).lead
    answer, (address, sent) = click(client, mara, "Wake it now")
    lead.refresh_from_db()
    assert (answer.url, lead.stage, lead.recycle_until) == (BACK, "mql", None)
    assert client.post(address, sent).status_code == 302
    assert trail(lead).count("mql") == 2


def test_a_duplicate_leads_to_all_that_is_known_of_them(client, mara, sam):
    lead = came_back(mara, sam, "already_customer").lead
    text = lane(client, mara).text
    assert f"/people/{lead.person_id}/?next=" in text and "Their episodes" in text


def test_answer_and_dispute_stay_within_reach(client, mara, sam):
    handoff = came_back(mara, sam, "other", words="No.")
    text = lane(client, mara).text
    for way in ("answer", "dispute"):
        assert f"/handoffs/{handoff.pk}/{way}/?next=" in text


def test_who_answers_or_disputes_from_the_list_is_back_in_it(client, mara, sam, greta):
    handoff = came_back(mara, sam, "no_capacity")
    client.force_login(mara)
    for way in ("answer", "dispute"):
        address = f"/handoffs/{handoff.pk}/{way}/?next=%2Fhandoffs%2F%3Fview%3Dback"
        assert client.post(address, {"words": "She is free."}).url == BACK
    client.force_login(greta)
    there = "/handoffs/?view=disputed"
    address = f"/handoffs/{handoff.pk}/decision/?next={there}"
    assert client.post(address, {"decision": "uphold", "words": "Full"}).url == there


def test_a_strange_way_back_or_key_leads_nowhere(client, mara, sam):
    lead = an_offer(mara, sam).lead
    withdraw(lead.handoffs.get(), by=mara)
    client.force_login(mara)
    away = {"receiver": f"user-{sam.pk}", "next": "https://evil.example/", "not_to": "x" * 40}
    assert client.post(f"/leads/{lead.pk}/offer/", away).url == lead.get_absolute_url()
    person = a_person()
    page = client.get(f"/people/{person.pk}/edit/?next=//evil.example/")
    assert 'href="//evil.example/"' not in page.text
