"""What came in is weighed by signs that a person can read; nothing is thrown away."""

import uuid

import pytest

from funnel.refusal import Refusal
from leads.capture.actions.deciding import call_spam, decide
from leads.capture.actions.keeping import keep
from leads.capture.spam import HELD_AT, SPAM_AT, signs_of
from leads.models import Lead, SpamWord
from tests.story import a_campaign, a_form

pytestmark = pytest.mark.django_db

HOUSE = "We open a school in March and it is loud"


@pytest.fixture
def form(mara):
    return a_form(a_campaign(mara))


def sent(form, suspicion="", **payload):
    said = {"name": "Ada", "email": "ada@example.com", "words": "Price?"} | payload
    return keep(form, submission_id=uuid.uuid4(), payload=said, suspicion=suspicion)[0]


def points(submission):
    return {sign.key: sign.points for sign in signs_of(submission)}


@pytest.mark.parametrize(
    "payload, signs",
    [
        ({}, {}),
        ({"words": "See https://a.example"}, {}),
        ({"words": "www.a.example www.b.example HTTP://c.example"}, {"links": 4}),
        ({"words": "http://a " * 30}, {"links": 10}),
        ({"words": "[url=x]pills[/url]"}, {"markup": 6}),
        ({"name": "Ada https://a.example"}, {"named_link": 6}),
        ({"company": "www.a.example"}, {"named_link": 6}),
        ({"words": "Dear Раypal"}, {"scripts": 4}),
        ({"words": "Привет, Ada"}, {}),
        ({"name": "Ζωή Παππά"}, {}),
    ],
)
def test_each_sign_has_its_points(form, payload, signs):
    assert points(sent(form, **payload)) == signs


def test_what_was_noticed_when_it_came_adds_to_what_its_words_say(form):
    row = decide(sent(form, "trap too_fast", words="<a href=x>"))
    assert [sign[0] for sign in row.signs] == ["trap", "markup", "too_fast"]
    assert row.outcome == "spam" and row.why == "It filled the field that people do not see."


def test_between_the_two_limits_it_waits_for_a_person_and_below_nothing_does(form):
    assert (HELD_AT, SPAM_AT) == (5, 10)
    assert decide(sent(form, words="Раypal")).outcome == "created"  # 4
    assert decide(sent(form, "too_fast")).outcome == "held"  # 5
    assert decide(sent(form, "too_fast", words="Раypal")).outcome == "held"  # 9
    assert decide(sent(form, "too_fast crowd")).outcome == "spam"  # 10


def test_the_same_words_by_many_addresses_are_odd_by_one_they_are_not(form):
    for _time in range(3):
        decide(sent(form, words=HOUSE, email="ada@example.com"))
        assert points(sent(form, words=HOUSE)) == {}
    for number in range(3):
        sent(form, words=HOUSE, email=f"bot{number}@example.com")
    assert points(sent(form, words=HOUSE)) == {"same_words": 5}
    assert points(sent(form, words="Price?")) == {}


def test_blocked_words_are_found_wherever_they_stand_and_however_they_are_written(form):
    SpamWord.objects.create(word="mail.ru.example")
    SpamWord.objects.create(word="casino")
    row = decide(sent(form, email="x@Mail.ru.Example", words="CASINO!"))
    assert row.signs == [["blocked", 10, "casino, mail.ru.example"]] and row.outcome == "spam"


def test_spam_can_be_admitted_and_a_lead_cannot_be_called_spam(form, mara):
    row = decide(sent(form, "trap crowd"))
    assert not Lead.objects.exists()
    row = decide(row, by=mara, admit=True)
    assert (row.outcome, row.decided_by) == ("created", mara)
    with pytest.raises(Refusal, match="already become a lead"):
        call_spam(row, by=mara)


@pytest.fixture
def inbox(client, mara):
    client.force_login(mara)
    return client


def test_the_page_tells_every_sign_with_its_points(inbox, form):
    row = decide(sent(form, "trap too_fast", words="[url=x]"))
    page = inbox.get(row.get_absolute_url())
    assert page.context["sum"] == 17 and "The markup" not in page.text
    assert "Its words hold the markup of a link." in page.text


def test_several_are_decided_at_once_and_one_that_cannot_be_stops_none(inbox, form):
    rows = [decide(sent(form, "trap", email=f"a{n}@example.com")) for n in range(2)]
    broken = decide(sent(form, "trap", email="", name="Bo"))
    chosen = {"submission": [row.pk for row in (*rows, broken)], "verb": "admit"}
    page = inbox.post("/submissions/deciding/", chosen, follow=True)
    assert Lead.objects.count() == 2
    assert "2 are decided." in page.text and "Bo: Neither mail nor phone." in page.text


@pytest.mark.parametrize("verb, outcome", [("spam", "spam"), ("aside", "aside")])
def test_what_is_no_lead_is_put_away_and_can_be_found_again(inbox, form, verb, outcome):
    row = decide(sent(form, "trap", words="Cheap kitchens"))
    for _time in range(2):
        inbox.post("/submissions/deciding/", {"submission": [row.pk], "verb": verb})
    assert list(inbox.get(f"/submissions/?view={outcome}&q=KITCHENS").context["page"]) == [row]
    assert not list(inbox.get("/submissions/?view=all&q=garden").context["page"])


@pytest.mark.parametrize("sent", [{}, {"verb": "admit"}, {"submission": ["x", "9" * 30]}])
def test_choosing_nothing_decides_nothing(inbox, sent):
    page = inbox.post("/submissions/deciding/", {"verb": "spam"} | sent, follow=True)
    assert "Choose some that are not decided yet." in page.text


def test_a_marketer_blocks_words_and_takes_them_off(inbox):
    for _time in range(2):
        inbox.post("/submissions/words/", {"words": "Casino\n\n casino \nMail.RU.example"})
    words = SpamWord.objects.all()
    assert [word.word for word in words] == ["casino", "mail.ru.example"]
    inbox.post(f"/submissions/words/{words[0].pk}/")
    assert SpamWord.objects.count() == 1


@pytest.mark.parametrize("words", ["", "ab", "x" * 61, "ok-word\nno"])
def test_a_word_that_would_block_everybody_is_refused_at_the_field(inbox, words):
    page = inbox.post("/submissions/words/", {"words": words})
    assert page.status_code == 422 and page.context["form"].errors
    assert not SpamWord.objects.exists()
