"""Many leads are offered at once: first what becomes of them is shown, then it is done."""

from uuid import uuid4

import pytest

from leads.models import Handoff, Person
from leads.qualification.actions import disqualify
from tests.agreements import agreed
from tests.leads.routing import a_rule, a_team_of, many_leads
from tests.story import a_campaign, a_lead, a_person, a_reason, an_mql, an_offer, trail

pytestmark = pytest.mark.django_db
ADDRESS = "/leads/offer/"


@pytest.fixture
def three(mara, greta):
    """Two leads that meet the agreement, and the third lacks a phone."""
    agreed(mara, greta, conditions={"phone": True})
    known = [{"name": n, "phone": p} for n, p in [("Ada", "+4940111111"), ("Bo", "+4940222222")]]
    people = [a_person(**each) for each in known] + [a_person(name="Cy", email="cy@example.com")]
    return [a_lead(mara, person=person) for person in people]


def these(leads):
    return {"lead": [lead.pk for lead in leads]}


def preview(client, leads):
    return client.get(ADDRESS, these(leads))


def send(client, page, which="all", **typed):
    """The form of `page` with what was `typed`."""
    form = page.context["form"]
    values = {"shown": form["shown"].value(), "once": uuid4(), "receiver": "rules"}
    return client.post(ADDRESS, values | {"which": which} | typed)


def test_the_page_says_how_many_meet_the_agreement_and_what_the_others_lack(client, mara, three):
    client.force_login(mara)
    page = preview(client, three)
    assert page.context["meeting"] == "2 of 3 meet the agreement"
    ((url, words),) = page.context["lacks"]
    assert words == "1 lacks a phone"
    there = client.get(ADDRESS + url)
    assert [str(row.lead) for row in there.context["page"]] == ["Cy"]


def test_what_cannot_be_offered_is_counted_with_its_reason(client, mara, sam, three):
    waiting, closed = an_offer(mara, sam).lead, a_lead(mara)
    disqualify(closed, by=mara, reason=a_reason("disqualify", "spam"))
    client.force_login(mara)
    page = preview(client, [*three, waiting, closed])
    words = "2 cannot be offered: 1 waits at the line, 1 is disqualified."
    assert page.context["stuck"] == words and len(page.context["bulk"].rows) == 3


def test_the_rules_say_who_would_get_how_many_and_nothing_is_written(client, mara, three):
    team, _people = a_team_of(2)
    a_rule(to_team=team)
    client.force_login(mara)
    found = preview(client, three).context["shares"]
    assert [(each.receiver, each.meeting, each.all) for each in found] == [
        ("North0", 1, 2),
        ("North1", 1, 1),
    ]
    assert not Handoff.objects.exists() and preview(client, three).context["shares"] == found


def test_those_that_meet_it_are_offered_by_the_rules(client, mara, sam, three):
    a_rule(to_team=sam.teams.get())
    client.force_login(mara)
    answer = send(client, preview(client, three), "meeting", note="They came to the fair")
    assert [trail(lead) for lead in three] == [["captured", "offered"]] * 2 + [["captured"]]
    handoff = Handoff.objects.first()
    assert handoff.note == "They came to the fair" and handoff.trace and handoff.accept_due_at
    assert handoff.evidence["checks"] == [{"label": "Has a phone number", "met": True}]
    assert "2 of 2 leads are offered" in client.get(answer.url).text


def test_all_are_offered_to_a_chosen_person_with_a_tier(client, mara, sam, three):
    client.force_login(mara)
    send(client, preview(client, three), receiver=f"user-{sam.pk}", tier="hot")
    found = Handoff.objects.values_list("offered_to", "tier", "team").distinct()
    assert list(found) == [(sam.pk, "hot", sam.teams.get().pk)]
    assert Handoff.objects.count() == 3


def test_all_are_offered_to_a_queue(client, mara, sam, three):
    client.force_login(mara)
    send(client, preview(client, three), receiver=f"team-{sam.teams.get().pk}")
    assert Handoff.objects.filter(offered_to=None, team=sam.teams.get()).count() == 3


def test_the_whole_list_is_meant_by_its_address(client, mara, sam, three):
    campaign = a_campaign(mara)
    theirs = [a_lead(mara, campaign=campaign) for _n in range(2)]
    client.force_login(mara)
    page = client.get(ADDRESS, {"all": "yes", "campaign": campaign.pk})
    assert {row.lead.pk for row in page.context["bulk"].rows} == {lead.pk for lead in theirs}


def test_more_than_fit_at_once_is_said(client, mara, sam, monkeypatch):
    monkeypatch.setattr("leads.routing.bulk.MOST", 3)
    monkeypatch.setattr("leads.routing.bulk_page.MOST", 3)
    many_leads(mara, 5)
    an_offer(mara, sam)
    client.force_login(mara)
    page = client.get(ADDRESS, {"all": "yes"})
    assert page.context["stuck"] == "1 cannot be offered: 1 waits at the line."
    assert (
        len(page.context["bulk"].rows) == 3
        and "5 can be offered. At once it is 3 at most" in page.text
    )


def test_sent_twice_it_is_offered_once(client, mara, sam, three):
    client.force_login(mara)
    page, key = preview(client, three), uuid4()
    to = {"receiver": f"user-{sam.pk}", "once": key}
    first, second = (send(client, page, **to) for _time in range(2))
    assert first.url == second.url and Handoff.objects.count() == 3


def test_what_a_colleague_offered_meanwhile_is_told_by_name(client, mara, adam, sam, three):
    client.force_login(mara)
    page = preview(client, three)
    from leads.handoff.actions import offer

    offer(three[0], by=adam, to=sam)
    result = client.get(send(client, page, receiver=f"user-{sam.pk}").url)
    assert "2 offered; 1 not: Ada (Offered by Adam, " in result.text
    ((lead, why),) = result.context["refused"]
    assert lead == three[0] and why.startswith("Offered by Adam, ")


def test_what_does_not_meet_it_any_more_is_not_offered_with_the_others(client, mara, sam, three):
    client.force_login(mara)
    page = preview(client, three)
    Person.objects.filter(name="Ada").update(phone="")
    result = client.get(send(client, page, "meeting", receiver=f"user-{sam.pk}").url)
    assert [lead for lead, _why in result.context["refused"]] == [three[0]]
    assert Handoff.objects.get().lead == three[1]


def test_what_is_missing_is_written_down_and_the_counts_are_new(client, mara, sam, three):
    client.force_login(mara)
    typed = {f"lead-{three[2].pk}-phone": "+4940333333", "note": "Soon", "complete": "yes"}
    page = send(client, preview(client, three), **typed)
    assert page.context["meeting"] == "3 of 3 meet the agreement"
    assert page.context["form"]["note"].value() == "Soon" and not Handoff.objects.exists()


def test_a_phone_of_somebody_else_is_told_at_its_field(client, mara, sam, three):
    client.force_login(mara)
    typed = {f"lead-{three[2].pk}-phone": "+4940111111", "complete": "yes"}
    page = send(client, preview(client, three), **typed)
    assert page.status_code == 422 and "Ada</a> already has this." in page.text


def test_offering_with_something_typed_writes_it_down_and_asks_again(client, mara, sam, three):
    client.force_login(mara)
    page = send(client, preview(client, three), **{f"lead-{three[2].pk}-phone": "+4940333333"})
    assert "Nothing is offered yet" in page.text and not Handoff.objects.exists()
    assert Person.objects.get(name="Cy").phone == "+4940333333"


def test_without_a_receiver_nothing_is_offered_and_the_words_stay(client, mara, sam, three):
    client.force_login(mara)
    page = send(client, preview(client, three), receiver="", note="Soon")
    assert page.status_code == 422 and "Choose who gets these leads." in page.text
    assert page.context["form"]["note"].value() == "Soon" and not Handoff.objects.exists()


def test_what_the_reader_may_not_see_is_not_there(client, agency, mara, sam, three):
    own = an_mql(agency)
    client.force_login(agency)
    page = preview(client, [own, *three])
    assert page.context["bulk"].leads == [own]
    forged = f"{own.pk}+{three[0].pk}+"
    send(client, page, shown=forged, receiver=f"user-{sam.pk}")
    assert Handoff.objects.get().lead == own


@pytest.mark.parametrize("who", ["sam", "ana", "greta"])
def test_who_may_not_offer_sees_no_box_and_offers_nothing(client, request, mara, three, who):
    client.force_login(request.getfixturevalue(who))
    assert 'name="lead"' not in client.get("/leads/").text
    values = {"shown": f"{three[0].pk}+", "receiver": "rules"}
    assert client.post(ADDRESS, values).status_code == 403
    assert trail(three[0]) == ["captured"]
