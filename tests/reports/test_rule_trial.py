"""A rule of the score is tried on what sales was offered, before it counts."""

import pytest
from django.urls import reverse

from deals.answers.actions import accept, send_back
from funnel.ratio import Ratio
from leads.lead.actions import capture
from leads.scoring.actions import add, drafted
from leads.scoring.models import ScoreRule
from reports.line_page.forms import lately
from reports.rule_trial import Band, trial
from tests.story import a_reason, ago, an_offer

pytestmark = pytest.mark.django_db


def told(lead, words):
    lead.words = words
    lead.save(update_fields=["words"])


@pytest.fixture
def offered(mara, sam):
    """Three who said something, two of them accepted; two who did not, one accepted, one waits."""
    offers = [an_offer(mara, sam) for _n in range(5)]
    for each in offers[:3]:
        told(each.lead, "How much?")
    for each in (*offers[:2], offers[3]):
        accept(each, by=sam)
    send_back(offers[2], by=sam, reason=a_reason("return", "wrong_person"))
    return offers


def tried(points=50, days=None, **asks):
    return trial(drafted(asks=asks, points=points, days=days), lately("90d", "UTC"))


def bands(before, after):
    nobody = Ratio(0, 0)
    keys = ("0-19", "20-39", "40-59", "60-79", "80-100")
    return tuple(Band(key, before.get(key, nobody), after.get(key, nobody)) for key in keys)


def test_a_rule_says_whom_it_would_have_held_for_and_how_they_fared(offered):
    found = tried(words=True)
    assert found.holds == Ratio(3, 5)
    assert (found.with_it, found.without) == (Ratio(2, 3), Ratio(1, 1))
    assert found.bands == bands({}, {"0-19": Ratio(1, 1), "40-59": Ratio(2, 3)})
    assert (found.moved, found.apart) == (5, 0)  # without a rule nobody had a total
    assert not ScoreRule.objects.exists()


def test_a_rule_stands_in_the_place_of_the_one_that_asks_the_same(offered):
    add(asks={"words": True}, points=50)
    found = tried(points=90, words=True)
    assert found.moved == 3
    assert found.bands == bands(
        {"0-19": Ratio(1, 1), "40-59": Ratio(2, 3)}, {"0-19": Ratio(1, 1), "80-100": Ratio(2, 3)}
    )


def test_what_somebody_did_after_the_offer_was_not_known_then(offered):
    capture(offered[0].lead.person, by=None, touched="mail", at=ago(minutes=0))
    assert tried(touched="mail").holds == Ratio(0, 5)
    capture(offered[0].lead.person, by=None, touched="ad", at=ago(days=2))
    assert tried(touched="ad").holds == Ratio(1, 5)


def test_who_adds_rules_tries_them_and_takes_one_over(client, mara, offered):
    client.force_login(mara)
    asked = {"asks": "words", "points": "40"}
    page = client.get(reverse("reports:rule_trial"), asked)
    assert page.context["tried"].holds == Ratio(3, 5)
    assert reverse("leads:score_rule_new") + "?asks=words&amp;points=40" in page.content.decode()
    form = client.get(reverse("leads:score_rule_new"), asked).context["form"]
    assert (form["asks"].value(), form["points"].value()) == ("words", "40")


@pytest.mark.parametrize("asked", [{"asks": "nothing", "points": 5}, {"asks": "words"}, {"a": 1}])
def test_what_cannot_be_tried_is_told_at_its_field(client, mara, asked):
    client.force_login(mara)
    page = client.get(reverse("reports:rule_trial"), asked)
    assert page.status_code == 422
    assert page.context["form"].errors and page.context["tried"] is None


def test_days_of_a_rule_of_fit_are_refused_at_their_field(client, mara):
    client.force_login(mara)
    asked = {"asks": "words", "points": 5, "days": 30}
    page = client.get(reverse("reports:rule_trial"), asked)
    assert list(page.context["form"].errors) == ["days"]


def test_without_an_offer_there_is_nothing_to_try_it_on(client, mara):
    client.force_login(mara)
    page = client.get(reverse("reports:rule_trial"), {"asks": "words", "points": 5})
    assert "Nothing was offered in these days." in page.content.decode()
