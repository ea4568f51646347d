"""A marketer's home: the week, the line, what sales said, what to mend, whose campaigns run."""

from datetime import UTC, date, datetime, timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from time_machine import travel

from deals.answers.actions import accept, send_back
from leads.campaigns.actions import take
from leads.campaigns.stages import CampaignStage
from leads.capture.actions.deciding import decide
from leads.capture.actions.keeping import keep
from leads.disputes.actions import dispute
from leads.links.actions.links import make
from leads.merging.finding import find_pairs
from tests.cast import a_user
from tests.story import (
    a_campaign,
    a_form,
    a_lead,
    a_person,
    a_reason,
    an_accepted,
    an_offer,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 9, 16, 10, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def wednesday():
    with travel(NOW, tick=False):
        yield


def page(client, user):
    client.force_login(user)
    response = client.get("/week/")
    assert response.status_code == 200
    return response, " ".join(unescape(response.text).split())


def returned(mara, sam, *, key="not_our_target", words="", at=None, **more):
    handoff = an_offer(mara, sam, at=at, **more)
    send_back(handoff, by=sam, reason=a_reason("return", key), words=words, at=at)
    return handoff


def test_an_empty_house_says_what_will_be_here(client, mara):
    _response, words = page(client, mara)
    assert "Week 38" in words and "nothing yet to compare it with" in words
    for said in ("Nothing has come back", "Nothing waits to be mended.", "No campaign runs."):
        assert said in words


def test_the_weeks_figures_open_into_their_leads(client, mara, sam):
    an_accepted(mara, sam, at=NOW - DAY)
    a_lead(mara, at=NOW - DAY)
    response, words = page(client, mara)
    assert [pace.count for pace in response.context["week"].paces] == [2, 1, 1, 1]
    opened = client.get("/funnel/rows/?mode=flow&from=2026-09-14&to=2026-09-16&rung=captured")
    assert opened.context["all"] == 2
    assert "/rows/?mode=flow&from=2026-09-14&to=2026-09-16&rung=captured" in words


def test_fewer_than_usual_is_said_first(client, mara):
    for back in range(1, 12):
        a_lead(mara, at=NOW - timedelta(weeks=back))
    _response, words = page(client, mara)
    assert "Captured: fewer than usual." in words and "usual 1–1" in words


def test_what_sales_said_is_grouped_with_whose_leads_they_were(client, mara, sam):
    spring, fair = a_campaign(mara), a_campaign(mara, name="Fair")
    returned(mara, sam, campaign=spring, at=NOW - 20 * DAY)
    for campaign, words in ((spring, "No kitchen"), (fair, ""), (fair, "")):
        returned(mara, sam, campaign=campaign, words=words)
    late = returned(mara, sam, key="bad_contact", campaign=None)
    response, _words = page(client, mara)
    first, second = response.context["said"]
    assert (first.times, first.of, first.side) == (3, 4, "Marketing")
    assert (
        first.campaigns == ((fair, 2), (spring, 1)) and first.latest.returned.words == "No kitchen"
    )
    assert second.campaigns == ((None, 1),) and second.latest == late


def test_what_waits_to_be_mended_leads_to_where_it_is_mended(client, mara, sam):
    old = a_campaign(mara, name="Old", ends_on=date(2026, 9, 10))
    soon = a_campaign(mara, name="Soon", ends_on=date(2026, 9, 20))
    lonely = make(campaign=soon, by=mara, **LINK, at=NOW - 10 * DAY)
    make(campaign=soon, by=mara, **LINK | {"name": "New"})
    returned(mara, sam, campaign=soon)
    response, words = page(client, mara)
    assert [(task.words, task.named) for task in response.context["tasks"]] == [
        ("1 lead came back and waits", ()),
        ("1 campaign of yours ends within a week", (soon,)),
        ("1 campaign of yours is over and still live", (old,)),
        ("1 live link was never followed by a person", (lonely,)),
    ]
    assert all(client.get(task.url).status_code == 200 for task in response.context["tasks"])


def test_what_two_may_be_one_and_what_is_argued_about_waits_too(client, mara, sam):
    dispute(returned(mara, sam), by=mara, words="She asked for a price")
    for mail in ("ada@paypal.com", "ada@paypa1.com"):
        a_person(name="Ada", email=mail)
    find_pairs()
    tasks = {task.words: task for task in page(client, mara)[0].context["tasks"]}
    assert {
        "1 return is disputed: a manager has to decide",
        "1 pair of people may be one person",
    } <= tasks.keys()
    assert all(client.get(task.url).status_code == 200 for task in tasks.values())


def test_a_form_whose_submissions_wait_is_named(client, mara):
    form = a_form(a_campaign(mara, name="Prices"))
    decide(keep(form, submission_id=uuid4(), payload={"email": "no address", "name": "Ada"})[0])
    [task] = page(client, mara)[0].context["tasks"]
    assert task.words.startswith("1 submission needs a look") and task.named == (form,)


def test_my_campaigns_come_first_and_elses_where_i_have_none(client, mara):
    ida = a_user("Ida", "marketer")
    mine, hers = a_campaign(mara), a_campaign(ida, name="Hers")
    take(a_campaign(mara, name="Gone"), CampaignStage.DONE, by=mara)
    assert [row[0] for row in page(client, mara)[0].context["rows"]] == [mine]
    greta = a_user("Greta", "manager")
    response, words = page(client, greta)
    assert {row[0] for row in response.context["rows"]} == {mine, hers}
    assert "Running campaigns" in words and response.context["tasks"] == []


def test_it_asks_as_often_for_many_as_for_few(client, mara, sam):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            page(client, mara)
        return len(queries)

    campaigns = [a_campaign(mara, name=f"C{n}") for n in range(3)]
    returned(mara, sam, campaign=campaigns[0])
    asked()
    few = asked()
    for campaign in campaigns * 3:
        returned(mara, sam, campaign=campaign)
    accept(an_offer(mara, sam, campaign=campaigns[1]), by=sam)
    assert asked() == few


LINK = {
    "name": "Poster",
    "target": "https://shop.example/",
    "source": "poster",
    "medium": "print",
}
