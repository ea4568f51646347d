import pytest

from leads.links.actions.links import archive, pause
from tests.links import a_link, clicked, follow, moved, waiting
from tests.story import a_campaign

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(mara):
    return a_campaign(mara)


def test_it_is_paused_archived_and_brought_back(client, mara):
    link = a_link(mara)
    client.force_login(mara)
    states = []
    for act, sent in (("pausing", {}), ("pausing", {"back": 1}), ("archiving", {})):
        client.post(f"/links/{link.pk}/{act}/", sent)
        link.refresh_from_db()
        states.append((bool(link.paused_at), bool(link.archived_at)))
    assert states == [(True, False), (False, False), (False, True)]


def test_a_trial_leads_on_and_is_marked(client, mara, ana):
    link = a_link(mara)
    client.force_login(mara)
    answer = client.get(f"/links/{link.pk}/trial/")
    assert answer.url.startswith("https://example.com/prices") and waiting()[0]["by"] == mara.pk
    assert [click.test for click in moved()] == [True]
    assert "Trial by Mara" in client.get(f"/links/{link.pk}/").text
    client.force_login(ana)
    assert client.get(f"/links/{link.pk}/trial/").status_code == 403


def test_the_page_shows_people_and_machines_side_by_side(client, mara):
    link = a_link(mara)
    for hint in ({}, {"agent": "Googlebot/2.1"}, {"came": 121}):
        clicked(link, **hint)
    moved()
    client.force_login(mara)
    page = client.get(f"/links/{link.pk}/").text
    assert "1 click of people" in page and "1 likely automatic, 1 automatic" in page
    assert "It names itself a robot." in page and "Googlebot" in page


def test_what_strangers_send_is_shown_as_text(client, mara):
    link, evil = a_link(mara), "<script>alert(1)</script>"
    clicked(link, agent=f"bot {evil}", referrer=evil)
    moved()
    client.force_login(mara)
    page = client.get(f"/links/{link.pk}/").text
    assert evil not in page and "&lt;script&gt;" in page


def test_the_list_has_views_filters_and_a_bounded_number_of_queries(
    client, mara, campaign, django_assert_max_num_queries
):
    links = [a_link(mara, campaign=campaign, name=f"L{number}") for number in range(4)]
    pause(links[0])
    archive(links[1])
    client.force_login(mara)
    client.get("/links/")
    with django_assert_max_num_queries(16):
        shown = [str(each) for each in client.get("/links/").context["page"]]
    assert shown == ["L3", "L2"]
    for query, names in (("view=paused", ["L0"]), ("view=archived", ["L1"]), ("q=L3", ["L3"])):
        assert [str(each) for each in client.get(f"/links/?{query}").context["page"]] == names
    assert "No link meets these filters" in client.get("/links/?q=nothing").text


def test_an_empty_list_says_what_to_do(client, mara):
    client.force_login(mara)
    assert "Make one, follow it yourself" in client.get("/links/").text


def test_an_agency_sees_the_links_of_its_own_campaigns(client, mara, agency):
    theirs, ours = a_link(mara), a_link(agency)
    client.force_login(agency)
    assert [each.pk for each in client.get("/links/").context["page"]] == [ours.pk]
    assert client.get(f"/links/{theirs.pk}/").status_code == 404
    assert client.post(f"/links/{theirs.pk}/pausing/").status_code == 404


def test_the_campaign_shows_its_links_and_their_clicks(client, mara, campaign):
    link = a_link(mara, campaign=campaign, name="Red button")
    clicked(link)
    moved()
    client.force_login(mara)
    page = client.get(f"/campaigns/{campaign.pk}/").text
    assert "Red button" in page and "1 click of people" in page


@pytest.mark.parametrize("kind, start", [("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_the_qr_code_is_a_file_named_after_the_link(client, mara, kind, start):
    link = a_link(mara, name="Poster: Müller & Söhne")
    client.force_login(mara)
    answer = client.get(f"/links/{link.pk}/qr.{kind}?size=600")
    assert answer.content.startswith(start)
    named = f'attachment; filename="poster-muller-sohne-{link.code}.{kind}"'
    assert answer["Content-Disposition"] == named


def test_a_png_is_as_wide_as_asked_within_reason(client, mara):
    link = a_link(mara)
    client.force_login(mara)

    def width(size):
        picture = client.get(f"/links/{link.pk}/qr.png?size={size}").content
        return int.from_bytes(picture[16:20], "big")

    assert 500 < width(600) <= 600 and width("-1") == width("x") == width(1000)
    assert width(99999) <= 4000


def test_a_link_followed_reaches_its_page(client, mara):
    link = a_link(mara)
    follow(client, link)
    moved()
    client.force_login(mara)
    assert client.get(f"/links/{link.pk}/").context["clicks"].human == 1
