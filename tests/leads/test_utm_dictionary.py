"""Which sources and mediums links may carry, how else they are spelled, what they stand for."""

import pytest

from funnel.refusal import Refusal
from leads.links.actions.dictionary import add, change, merge, remove
from leads.links.resolving import known, nearest, resolve
from leads.models import UtmAlias, UtmValue
from tests.links import a_link
from tests.story import a_campaign, a_channel

pytestmark = pytest.mark.django_db


def value(kind, named):
    return UtmValue.objects.get(kind=kind, value=named)


def meant(**said):
    found = resolve(**said)
    return found.source, found.medium, found.resolution


def test_spellings_are_read_as_what_they_mean():
    assert meant(source=" FB", medium="E-Mail") == ("facebook", "email", "none")
    assert meant(source="Nobody", medium="") == ("nobody", "", "none")
    assert meant() == ("", "", "")


def test_a_campaign_is_found_by_its_own_value_and_gives_the_channel(mara):
    campaign = a_campaign(mara, channel="search", name="Spring & Co")
    found = resolve(source="fb", campaign="SPRING-CO")
    assert (found.campaign, found.resolution) == (campaign, "exact")
    assert found.channel == campaign.channel
    for other in ("autumn", str(campaign.pk), f"spring-co-{campaign.pk}"):
        assert resolve(campaign=other).resolution == "none"


def test_the_channel_is_the_sources_then_the_mediums():
    social, mail = a_channel("social"), a_channel("mail")
    for kind, named, channel in (("source", "facebook", social), ("medium", "email", mail)):
        change(value(kind, named), channel=channel, counts_as="link", aliases=())
    assert resolve(source="facebook", medium="email").channel == social
    assert resolve(source="google", medium="email").channel == mail
    assert resolve(source="google", medium="print").channel is None


def test_the_medium_says_what_a_click_counts_as():
    asked = ("cpc", "qr", "email", "unheard-of")
    assert [resolve(medium=each).counts_as for each in asked] == ["ad", "print", "link", "link"]


def test_what_looks_like_it_is_offered():
    offered = [nearest("source", each) for each in ("facebok", "linkdin", "zzz")]
    assert offered == ["facebook", "linkedin", ""]


@pytest.mark.parametrize("named", ["facebook", "FB", "", " ", "x" * 61])
def test_a_value_that_is_there_or_is_none_is_refused(named):
    with pytest.raises(Refusal):
        add("source", named)


def test_merging_makes_another_spelling_of_it_and_links_go_on(mara):
    add("source", "meta", aliases=["Meta.com"])
    link = a_link(mara, source="meta")
    merge(value("source", "meta"), into=value("source", "facebook"))
    assert [known("source", each).value for each in ("meta", "meta.com")] == ["facebook"] * 2
    link.refresh_from_db()
    assert (link.source, resolve(source=link.source).source) == ("meta", "facebook")


def test_into_itself_or_another_kind_it_cannot_be_merged():
    facebook = value("source", "facebook")
    for other in (facebook, value("medium", "cpc")):
        with pytest.raises(Refusal):
            merge(facebook, into=other)


def test_what_links_carry_is_not_removed(mara):
    a_link(mara, source="google")
    with pytest.raises(Refusal):
        remove(value("source", "google"))
    remove(value("source", "bing"))
    assert known("source", "bing") is None


@pytest.fixture
def tiktok(client, adam):
    client.force_login(adam)
    typed = {"kind": "source", "value": "TikTok", "counts_as": "link", "aliases": "tt, tik tok"}
    client.post("/settings/utm/new/", typed)
    return value("source", "tiktok")


def test_an_admin_adds_a_value_and_changes_its_spellings(client, tiktok):
    assert {alias.value for alias in tiktok.aliases.all()} == {"tt", "tik tok"}
    client.post(f"/settings/utm/{tiktok.pk}/", {"counts_as": "link", "aliases": "tt"})
    assert [alias.value for alias in tiktok.aliases.all()] == ["tt"]


def test_an_admin_merges_and_removes_what_no_link_carries(client, tiktok, mara):
    a_link(mara, source="fb")
    facebook = value("source", "facebook")
    rows = {str(each): used for each, used in client.get("/settings/utm/").context["rows"]}
    assert (rows["facebook"], rows["tiktok"]) == (1, 0)
    client.post(f"/settings/utm/{tiktok.pk}/merging/", {"into": facebook.pk})
    assert UtmAlias.objects.filter(value="tiktok", means=facebook).exists()
    client.post(f"/settings/utm/{facebook.pk}/removal/")
    client.post(f"/settings/utm/{value('source', 'bing').pk}/removal/")
    left = UtmValue.objects.filter(value__in=["facebook", "bing"]).values_list("value", flat=True)
    assert list(left) == ["facebook"]


def test_who_changed_what_stands_below_the_dictionary(client, adam):
    client.force_login(adam)
    typed = {"kind": "medium", "value": "podcast", "counts_as": "ad", "aliases": ""}
    client.post("/settings/utm/new/", typed)
    page = client.get("/settings/utm/?view=medium").text
    assert "podcast" in page and "Adam" in page


def test_the_same_value_sent_twice_is_there_once(client, adam):
    client.force_login(adam)
    once = client.get("/settings/utm/new/").context["form"]["once"].value()
    typed = {"kind": "medium", "value": "podcast", "counts_as": "ad", "once": once}
    answers = [client.post("/settings/utm/new/", typed).status_code for _time in range(2)]
    assert answers == [302, 302]
