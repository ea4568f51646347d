import pytest

from deals.answers.actions import send_back
from leads.qualification.actions import disqualify, recycle
from tests.story import (
    a_campaign,
    a_channel,
    a_lead,
    a_person,
    a_reason,
    an_accepted,
    an_mql,
    an_offer,
)

pytestmark = pytest.mark.django_db


def seen(client, query=""):
    return {str(lead.person) for lead in client.get(f"/leads/{query}").context["page"]}


def named(name):
    return {"person": a_person(name=name)}


def one_of_each(mara, sam):
    a_lead(mara, **named("New"))
    an_mql(mara, **named("Qualified"))
    an_offer(mara, sam, **named("Offered"))
    back = an_offer(mara, sam, **named("Returned"))
    send_back(back, by=sam, reason=a_reason("return", "no_capacity"))
    recycle(a_lead(mara, **named("Recycled")), by=mara, reason=a_reason("recycle", "no_response"))
    disqualify(a_lead(mara, **named("Closed")), by=mara, reason=a_reason("disqualify", "spam"))
    an_accepted(mara, sam, **named("Accepted"))


@pytest.mark.parametrize(
    "view, people",
    [
        ("new", {"New"}),
        ("qualified", {"Qualified", "Returned"}),
        ("offered", {"Offered"}),
        ("returned", {"Returned"}),
        ("recycled", {"Recycled"}),
        ("closed", {"Closed"}),
    ],
)
def test_a_marketers_pills(client, mara, sam, view, people):
    one_of_each(mara, sam)
    client.force_login(mara)
    assert seen(client, f"?view={view}") == people


def test_a_salespersons_pills(client, mara, sam):
    one_of_each(mara, sam)
    client.force_login(sam)
    assert seen(client, "?view=mine") == {"Offered"}
    assert seen(client, "?view=accepted") == {"Accepted"}
    assert seen(client, "?view=all") == {"Offered", "Accepted", "Returned"}


def test_the_teams_queue_is_offered_to_each_of_them(client, mara, sam, ben):
    an_offer(mara, team=sam.teams.get(), **named("Queue"))
    for seller in (sam, ben):
        client.force_login(seller)
        assert seen(client, "?view=mine") == {"Queue"}


def test_what_is_offered_to_ben_does_not_exist_for_sam(client, mara, sam, ben):
    an_offer(mara, ben, **named("Bens"))
    client.force_login(sam)
    assert seen(client) == set()


@pytest.mark.parametrize("words", ["ada", "ADA@example", "berg ab", "ada ab"])
def test_search_finds_name_mail_and_company(client, mara, words):
    a_lead(mara, person=a_person(name="Ada", email="ada@example.com", company="Berg AB"))
    a_lead(mara, person=a_person(name="Bo", email="bo@example.com"))
    client.force_login(mara)
    assert seen(client, f"?q={words}") == {"Ada"}


def test_filters_narrow_and_nonsense_filters_nothing(client, mara, adam):
    campaign = a_campaign(mara, channel="fair")
    a_lead(mara, campaign=campaign, **named("Fair"))
    a_lead(adam, channel=a_channel("web"), **named("Web"))
    client.force_login(mara)
    assert seen(client, f"?campaign={campaign.pk}") == {"Fair"}
    assert seen(client, f"?channel={a_channel('web').pk}") == {"Web"}
    assert seen(client, f"?owner={adam.pk}") == {"Web"}
    assert seen(client, "?owner=nonsense&sort=nonsense&view=nonsense&page=99") == {"Fair", "Web"}


def test_the_list_can_be_sorted_both_ways(client, mara):
    for name in "BAC":
        a_lead(mara, **named(name))
    client.force_login(mara)
    for sort, names in [("name", "ABC"), ("-name", "CBA"), ("born", "CAB"), ("-born", "BAC")]:
        page = client.get(f"/leads/?sort={sort}").context["page"]
        assert "".join(str(lead.person) for lead in page) == names


def test_a_long_list_asks_no_more_questions(client, mara, django_assert_max_num_queries):
    campaign = a_campaign(mara)
    for number in range(60):
        a_lead(mara, campaign=campaign, **named(f"Person {number}"))
    client.force_login(mara)
    with django_assert_max_num_queries(25):
        assert len(client.get("/leads/").context["page"]) == 50


def test_empty_and_filtered_empty_say_different_things(client, mara):
    client.force_login(mara)
    assert "Type one in" in client.get("/leads/").text
    assert "Clear the filters" in client.get("/leads/?q=nobody").text


def test_without_a_role_there_is_no_list(client, zoe):
    client.force_login(zoe)
    assert client.get("/leads/").status_code == 403
