"""How people say they heard of us, beside what was tracked."""

from urllib.parse import urlsplit

import pytest

from deals.answers.actions import accept
from funnel.ratio import Ratio
from leads.capture.actions.receiving import keep_capture
from leads.capture.tasks import decide_received
from leads.models import Lead
from reports.heard import Said, heard
from reports.line_page.forms import lately
from tests.story import a_campaign, a_lead, a_person, a_source, ago, an_offer

pytestmark = pytest.mark.django_db

YEAR = "12m"


def found():
    return heard(lately(YEAR, "UTC"))


def test_the_same_words_but_for_case_and_space_are_one_answer(mara, sam):
    web, fair = a_campaign(mara), a_campaign(mara, channel="fair", name="Fair")
    accept(an_offer(mara, sam, campaign=web, heard_from="A friend"), by=sam)
    a_lead(mara, campaign=fair, heard_from=" a FRIEND ")
    a_lead(mara, campaign=web, heard_from="Google")
    a_lead(mara, campaign=web)
    a_lead(mara, heard_from="the radio", at=ago(days=500))
    assert found().answered == Ratio(3, 4)
    assert found().said == (
        Said("a friend", 2, Ratio(1, 2), {"web": 1, "fair": 1}),
        Said("google", 1, Ratio(0, 1), {"web": 1}),
    )
    assert found().channels == (("web", "Web"), ("fair", "Fair"))


def test_nobody_answered_is_not_nought_percent(db):
    assert (found().answered.rate, found().said) == (None, ())


def test_what_a_program_sends_of_it_stands_beside_what_was_tracked(mara):
    source, _key = a_source(mara)
    said = {"email": "ada@example.com", "heard_from": "My\x00 sister"}
    keep_capture(source.key_digest, payload=said)
    decide_received()
    lead = Lead.objects.get()
    assert (lead.heard_from, lead.channel.key) == ("My sister", "web")


def test_their_first_word_on_it_stands(mara):
    person = a_person()
    lead = a_lead(mara, person=person)
    for words in ("A friend", "The radio"):
        a_lead(mara, person=person, heard_from=words)
    lead.refresh_from_db()
    assert lead.heard_from == "A friend"


def test_every_number_opens_into_its_leads(client, mara):
    client.force_login(mara)
    assert "Nobody has said yet" in client.get("/heard/").text
    a_lead(mara, campaign=a_campaign(mara), heard_from="A & B <b>")
    a_lead(mara, heard_from="a & b <b>")
    page = client.get("/heard/")
    links = [part.split('"')[0] for part in page.text.split('href="/heard/rows/')[1:]]
    opened = [client.get("/heard/rows/" + link.replace("&amp;", "&")) for link in links]
    assert [answer.context["all"] for answer in opened] == [2, 1, 1]
    assert all(len(answer.context["page"]) == answer.context["all"] for answer in opened)
    assert "<b>" not in opened[0].text.split("<main")[1].split("</h1>")[0]


@pytest.mark.parametrize("query", ["?channel=nowhere&said=x", "?said=%00&channel=nowhere"])
def test_a_channel_that_is_none_is_not_found(client, mara, query):
    client.force_login(mara)
    assert client.get(urlsplit("/heard/rows/").path + query).status_code == 404


def test_the_lead_page_tells_both(client, mara):
    lead = a_lead(mara, campaign=a_campaign(mara), heard_from="A friend")
    client.force_login(mara)
    page = client.get(lead.get_absolute_url()).text
    assert "“A friend”" in page and "Spring" in page
