import pytest

from funnel.history import changes
from leads.models import Link, UtmValue
from tests.links import a_link
from tests.story import a_campaign

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(mara):
    return a_campaign(mara)


@pytest.fixture
def typed(campaign, mara):
    return {
        "target": "https://example.com/prices",
        "campaign": campaign.pk,
        "name": "Red button",
        "source": "google",
        "medium": "cpc",
        "tagged": "on",
        "owner": mara.pk,
    }


def test_a_marketer_makes_a_link_and_gets_its_address(client, mara, typed, campaign):
    client.force_login(mara)
    page = client.post("/links/new/", typed, follow=True)
    link = Link.objects.get()
    assert (link.campaign, link.owner, len(link.code)) == (campaign, mara, 7)
    assert link.address in page.text and "Nobody has followed it yet." in page.text


def test_the_new_link_sent_twice_makes_one(client, mara, typed):
    client.force_login(mara)
    once = client.get("/links/new/").context["form"]["once"].value()
    for _time in range(2):
        client.post("/links/new/", typed | {"once": once})
    assert Link.objects.count() == 1


def test_a_code_can_be_chosen_and_only_once(client, mara, typed):
    client.force_login(mara)
    for _time in range(2):
        page = client.post("/links/new/", typed | {"code": "Spring-26"})
    assert Link.objects.get().code == "spring-26"
    assert page.context["form"].errors["code"] == ["Another link has this code."]


@pytest.mark.parametrize("code", ["ab", "has space", "ends-", "a--b", "ü-ber", "../x", "x" * 41])
def test_a_code_that_cannot_be_one_is_refused_at_the_field(client, mara, typed, code):
    client.force_login(mara)
    page = client.post("/links/new/", typed | {"code": code})
    assert page.status_code == 422 and page.context["form"].errors["code"]
    assert page.context["form"]["target"].value() == typed["target"]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "//example.com",
        "ftp://example.com/",
        "https://mara:secret@example.com/",
        "https://",
        "https://exa mple.com/",
        "https://example.com/?utm_source=x",
        "https://example.com/\x00",
        "https://example.com:99999/",
        "https://example.com/" + "x" * 2000,
        "data:text/html,x",
    ],
)
def test_a_target_that_nobody_may_be_led_to_is_refused_at_the_field(client, mara, typed, target):
    client.force_login(mara)
    page = client.post("/links/new/", typed | {"target": target})
    assert page.status_code == 422 and page.context["form"].errors["target"]
    assert not Link.objects.exists()


def test_an_unknown_source_is_told_with_what_it_looks_like(client, mara, typed):
    client.force_login(mara)
    form = client.post("/links/new/", typed | {"source": "Facebok"}).context["form"]
    assert "Do you mean facebook?" in form.errors["source"][0]
    assert form["source"].value() == "Facebok" and "add_source" not in form.fields


def test_another_spelling_is_written_as_the_dictionary_has_it(client, mara, typed):
    client.force_login(mara)
    client.post("/links/new/", typed | {"source": " FB ", "medium": "PPC"})
    link = Link.objects.get()
    assert (link.source, link.medium) == ("facebook", "cpc")


def test_who_may_change_settings_adds_it_on_the_spot(client, adam, typed):
    client.force_login(adam)
    page = client.post("/links/new/", typed | {"source": "TikTok"})
    assert "Add “tiktok” to the dictionary" in page.text
    client.post("/links/new/", typed | {"source": "TikTok", "add_source": "on"})
    assert Link.objects.get().source == "tiktok"
    assert UtmValue.objects.filter(kind="source", value="tiktok").exists()


def test_a_marketer_cannot_add_to_the_dictionary_by_a_trick(client, mara, typed):
    client.force_login(mara)
    client.post("/links/new/", typed | {"source": "tiktok", "add_source": "on"})
    assert not Link.objects.exists()


def test_where_it_led_before_stands_on_its_page(client, mara, typed, campaign):
    link = a_link(mara, campaign=campaign)
    client.force_login(mara)
    address = f"/links/{link.pk}/edit/"
    version = client.get(address).context["form"]["version"].value()
    new = typed | {"target": "https://example.org/new", "version": version}
    assert client.post(address, new).status_code == 302
    page = client.get(f"/links/{link.pk}/")
    assert [row[1:] for row in page.context["targets"]] == [
        ("Mara", "https://example.com/prices?a=1#plans", "https://example.org/new")
    ]
    link.refresh_from_db()
    assert {each.field for each in changes(link)} >= {"target", "name"}


def test_two_who_edit_one_target_are_told(client, mara, adam, typed, campaign):
    link = a_link(mara, campaign=campaign)
    client.force_login(mara)
    address = f"/links/{link.pk}/edit/"
    seen = client.get(address).context["form"]["version"].value()
    for target, status in (("https://one.example/", 302), ("https://two.example/", 409)):
        answer = client.post(address, typed | {"target": target, "version": seen})
        assert answer.status_code == status
    assert Link.objects.get().target == "https://one.example/"
