"""Who was in a campaign, on its pages: listed, found, written down many at once, imported."""

import pytest

from leads.models import CampaignResponse, Person
from leads.responses.actions import respond
from tests.files import a_file, counts, imported, table
from tests.story import a_campaign, a_person

pytestmark = pytest.mark.django_db
TODAY = "2026-05-04"


@pytest.fixture
def webinar(mara):
    return a_campaign(mara, name="Webinar", type="event")


def known(number):
    return [a_person(name=f"P{n}", email=f"p{n}@example.com") for n in range(number)]


def address(campaign, act=""):
    return f"/campaigns/{campaign.pk}/responses/{act}"


def test_a_pasted_list_is_written_down_once(client, mara, webinar):
    known(2)
    client.force_login(mara)
    once = client.get(address(webinar, "list/")).context["form"]["once"].value()
    sent = {"who": "P0@Example.com\n\n p1@example.com \np0@example.com", "status": "attended"}
    for _time in range(2):
        page = client.post(address(webinar, "list/"), sent | {"on": TODAY, "once": once})
        assert page.url == address(webinar)
    assert CampaignResponse.objects.filter(status="attended").count() == 2
    assert "2 written down." in client.get(address(webinar)).text


def test_whom_nobody_knows_is_named_and_the_list_is_kept(client, mara, webinar):
    known(1)
    client.force_login(mara)
    sent = {"who": "p0@example.com\nnobody@example.com\n12", "status": "attended", "on": TODAY}
    page = client.post(address(webinar, "list/"), sent)
    said = page.context["form"].errors["who"][0]
    assert page.status_code == 422 and "these 2 addresses: nobody@example.com, 12" in said
    assert page.context["form"]["who"].value() == sent["who"]
    assert not CampaignResponse.objects.exists()


def test_the_chosen_of_the_list_are_something_else_now(client, mara, webinar):
    ada, ben, eve = known(3)
    for each in (ada, ben):
        respond(each, webinar, "registered", by=mara)
    client.force_login(mara)
    sent = {"person": [ada.pk, eve.pk, "x", "9" * 30], "status": "attended", "on": TODAY}
    client.post(address(webinar, "chosen/"), sent | {"on": "2026-11-01"})
    assert CampaignResponse.objects.get(person=ada).steps.count() == 2
    assert not CampaignResponse.objects.filter(person=eve).exists()
    page = client.post(address(webinar, "chosen/"), {"status": "attended"}, follow=True)
    assert "Choose the people first." in page.text


@pytest.mark.parametrize("wrong", [{"status": "opened"}, {"on": "2099-01-01"}, {"on": "soon"}])
def test_what_cannot_be_changes_nobody_and_is_told(client, mara, webinar, wrong):
    (ada,) = known(1)
    respond(ada, webinar, "invited", by=mara)
    client.force_login(mara)
    sent = {"person": [ada.pk], "status": "attended", "on": TODAY} | wrong
    page = client.post(address(webinar, "chosen/"), sent, follow=True)
    assert "notice" in page.text and CampaignResponse.objects.get().status == "invited"


def test_the_list_tells_who_by_status_and_finds_by_name(client, mara, webinar):
    ada, ben, _eve = known(3)
    respond(ada, webinar, "attended", by=mara)
    respond(ben, webinar, "invited", by=mara)
    client.force_login(mara)
    page = client.get(address(webinar))
    shown = {pill["label"]: pill["count"] for pill in page.context["pills"]}
    assert shown == {
        "All": 2, "Responded": 1, "Invited": 1, "Registered": 0, "Attended": 1, "No-show": 0,
    }  # fmt: skip
    for query, who in (("view=responded", ada), ("view=invited", ben), ("q=p1", ben)):
        rows = client.get(f"{address(webinar)}?{query}").context["page"].object_list
        assert [row.person for row in rows] == [who]
    assert "1 of 2 responded" in client.get(webinar.get_absolute_url()).text
    assert "Webinar" in client.get(ada.get_absolute_url()).text


def test_an_agency_sees_who_is_in_its_campaigns_and_no_other(client, agency, mara, webinar):
    ada, ben = known(2)
    theirs = a_campaign(agency, name="Theirs", type="event")
    respond(ada, theirs, "attended", by=agency)
    respond(ben, webinar, "attended", by=mara)
    client.force_login(agency)
    assert client.get(address(webinar)).status_code == 404
    assert client.post(address(webinar, "chosen/"), {}).status_code == 404
    assert client.get(ada.get_absolute_url()).status_code == 200
    assert client.get(ben.get_absolute_url()).status_code == 404
    sent = {"who": "p1@example.com", "status": "attended", "on": TODAY}
    assert "Nobody here" in client.post(address(theirs, "list/"), sent).text


def test_a_file_says_who_was_in_what(tmp_path, mara, webinar):
    text = "email,name,campaign,status,at\na@x.example,Ada,webinar,Attended,2026-05-04 18:00\n"
    path = a_file(tmp_path, text + "b@x.example,Ben,Webinar,invited,\n")
    assert imported("responses", path) == counts(created=2)
    assert imported("responses", path) == counts(unchanged=2)
    assert set(CampaignResponse.objects.values_list("person__name", "status")) == {
        ("Ada", "attended"), ("Ben", "invited"),
    }  # fmt: skip


def test_bad_rows_of_a_file_are_told_and_the_others_come_in(tmp_path, mara, webinar):
    rows = [
        "a@x.example,webinar,attended",
        "b@x.example,webinar,opened",
        "c@x.example,nothing,attended",
        ",webinar,attended",
        "d@x.example,webinar,dancing",
    ]
    errors = tmp_path / "errors.csv"
    path = a_file(tmp_path, "\n".join(["email,campaign,status", *rows]))
    assert imported("responses", path, "--errors", errors) == counts(created=1, errors=4)
    assert [row["column"] for row in table(errors)] == ["status", "campaign", "", "status"]
    assert Person.objects.count() == 1


def test_a_long_list_comes_in_pages(client, mara, webinar, django_assert_max_num_queries):
    for person in known(55):
        respond(person, webinar, "invited", by=mara)
    client.force_login(mara)
    with django_assert_max_num_queries(26):
        assert len(client.get(f"{address(webinar)}?page=2").context["page"]) == 5
