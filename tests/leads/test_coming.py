"""Who followed a link and later sends a form: the click is theirs."""

import pytest
import time_machine

from leads.capture.tasks import decide_received
from leads.models import Submission, Touchpoint
from tests.leads.test_hosted_form import FIREFOX, LUCIA
from tests.links import BROWSER, a_link, follow, moved
from tests.story import a_campaign, a_form

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-03-03 10:00", tick=False) as clock:
        yield clock


@pytest.fixture
def form(mara):
    return a_form(a_campaign(mara, name="Website"))


@pytest.fixture
def sent(client, form, clock):
    """Open the form by `address`, wait, send; returns the touches of the person it made."""

    def sent(address, **values):
        page = client.get(address, headers=BROWSER)
        ticket = page.context["typed"]["ticket"].value()
        clock.shift(5)
        client.post(form.address, LUCIA | values | {"ticket": ticket}, headers=BROWSER)
        decide_received()
        return list(Touchpoint.objects.exclude(person=None).order_by("at", "pk"))

    return sent


def test_the_click_becomes_their_touchpoint_with_its_own_time_and_campaign(
    client, mara, form, sent, clock
):
    ad = a_link(
        mara, campaign=a_campaign(mara, name="Search", channel="search"), target=form.address
    )
    answer = follow(client, ad)
    (click,) = moved()
    clock.shift(60)
    touch, by_form = sent(answer.url)
    assert (touch.kind, touch.campaign, touch.resolution) == ("ad", ad.campaign, "exact")
    assert (touch.at, touch.click_id, touch.channel.key) == (click.at, click.click_id, "search")
    assert (by_form.kind, by_form.campaign) == ("form", form.campaign)
    assert touch.lead == by_form.lead and touch.source == "google"


def test_before_the_click_is_in_the_ledger_the_words_say_the_same(client, mara, form, sent):
    ad = a_link(mara, target=form.address, medium="print", source="poster")
    touch, _by_form = sent(follow(client, ad).url)
    assert (touch.kind, touch.campaign, touch.resolution) == ("print", ad.campaign, "exact")


def test_sending_the_form_again_writes_the_click_once(client, mara, form, sent):
    address = follow(client, a_link(mara, target=form.address)).url
    moved()
    sent(address)
    kinds = [touch.kind for touch in sent(address, words="Four islands")]
    assert sorted(kinds) == ["ad", "form", "form"]


def test_a_trial_of_ours_brings_nobody(client, mara, form, sent):
    link = a_link(mara, target=form.address)
    client.force_login(mara)
    address = client.get(f"/links/{link.pk}/trial/").url
    moved()
    assert [touch.kind for touch in sent(address)] == ["form"]


@pytest.mark.parametrize(
    "query, kind, resolution",
    [
        ("utm_source=FB&utm_medium=cpc&utm_campaign=nobodys", "ad", "none"),
        ("utm_source=newsletter&utm_medium=e-mail", "link", "none"),
        ("utm_campaign={code}", "link", "exact"),
    ],
)
def test_an_address_made_elsewhere_is_read_by_its_words(form, sent, query, kind, resolution):
    touch = sent(f"{form.address}?{query.format(code=form.campaign.code.upper())}")[0]
    assert (touch.kind, touch.resolution) == (kind, resolution)
    assert touch.landing.startswith(form.address)
    assert touch.campaign == (form.campaign if resolution == "exact" else None)


def test_an_address_that_says_nothing_adds_nothing(form, sent):
    assert [touch.kind for touch in sent(form.address)] == ["form"]
    assert Submission.objects.get().arrival == {}


def test_a_forged_click_proves_nothing(form, sent):
    touch = sent(f"{form.address}?click=forged&utm_campaign=nobodys")[0]
    assert (touch.campaign, touch.resolution) == (None, "none")


def test_strangers_words_are_capped_and_have_no_unseen_characters(form, sent, client, mara):
    odd = "%00%3Cscript%3E" + "x" * 3000
    names = ("source", "medium", "campaign", "content", "term")
    query = "&".join(f"utm_{name}={odd}" for name in names)
    touch = sent(f"{form.address}?{query}&click={odd}")[0]
    told = [touch.source, touch.medium, touch.utm_campaign, touch.content, touch.term]
    assert {len(each) for each in told} == {100} and len(touch.click_id) == 22
    assert not any("\x00" in each for each in [*told, touch.landing, touch.click_id])
    client.force_login(mara)
    assert "<script>x" not in client.get("/links/unmatched/").text


def test_a_visit_keeps_what_the_address_said_and_counts_once(client, form):
    for _time in range(2):
        client.get(f"{form.address}?utm_campaign=nobodys", headers={"user-agent": FIREFOX})
    (visit,) = Touchpoint.objects.filter(kind="visit")
    assert (visit.utm_campaign, visit.resolution, visit.campaign) == (
        *("nobodys", "none"),
        form.campaign,
    )
