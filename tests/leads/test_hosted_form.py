"""The page of a capture form, as strangers meet it."""

import pytest
import time_machine
from django.conf import settings
from kombu.exceptions import OperationalError

from leads.capture.tasks import decide_received, decide_waiting_submissions
from leads.models import Lead, Submission, Touchpoint
from tests.story import a_campaign, a_form

pytestmark = pytest.mark.django_db
LUCIA = {"name": "Lucía", "email": "lucia@example.com", "words": "Three islands", "company": "EP"}
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def form(mara):
    return a_form(a_campaign(mara))


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-03-03 10:00", tick=False) as clock:
        yield clock


@pytest.fixture
def visit(client, form, clock):
    """Open the page, wait three seconds, send; as a browser without JavaScript does."""

    def visit(values=LUCIA, *, wait=3):
        page = client.get(form.address, headers={"user-agent": FIREFOX})
        ticket = page.context["typed"]["ticket"].value()
        clock.shift(wait)
        return client.post(form.address, {"ticket": ticket} | values)

    return visit


def test_a_stranger_fills_the_form_and_is_thanked(client, form, visit):
    answer = visit()
    assert answer.url == f"/f/{form.token}/thanks/"
    assert "Thank you. We will be in touch." in client.get(answer.url).text
    kept = Submission.objects.get()
    assert (kept.outcome, kept.payload["name"], kept.seconds_on_page) == ("received", "Lucía", 3)


def test_what_was_kept_becomes_a_lead_of_the_campaign(form, visit):
    visit()
    decide_received()
    lead = Lead.objects.get()
    assert (lead.campaign, lead.words, lead.stage) == (form.campaign, "Three islands", "captured")
    assert (lead.person.email, str(lead.person.company)) == ("lucia@example.com", "EP")


def test_it_sets_no_cookie_and_may_not_be_framed(client, form):
    page = client.get(form.address)
    assert not page.cookies
    assert page["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]


def test_sending_the_same_twice_keeps_it_once(client, form, visit):
    first = visit()
    again = {"ticket": first.wsgi_request.POST["ticket"]} | LUCIA
    assert client.post(form.address, again).status_code == 302
    assert Submission.objects.count() == 1


def test_going_back_and_changing_the_words_loses_neither(client, form, visit):
    first = visit()
    changed = {"ticket": first.wsgi_request.POST["ticket"]} | LUCIA | {"words": "Four islands"}
    for _time in range(2):
        client.post(form.address, changed)
    words = [row.payload["words"] for row in Submission.objects.order_by("pk")]
    assert words == ["Three islands", "Four islands"]


def test_what_is_missing_is_told_at_the_field_and_nothing_typed_is_lost(visit):
    page = visit(LUCIA | {"email": "lucia@"})
    assert page.status_code == 422
    assert page.context["typed"].errors["email"] == ["Enter a valid email address."]
    assert page.context["typed"]["words"].value() == "Three islands"
    assert Submission.objects.get().outcome == "error"


def test_a_stranger_who_mends_it_themselves_leaves_nothing_to_mend(client, form, visit):
    wrong = visit(LUCIA | {"email": "lucia@"})
    client.post(form.address, {"ticket": wrong.context["typed"]["ticket"].value()} | LUCIA)
    decide_received()
    outcomes = Submission.objects.order_by("pk").values_list("outcome", flat=True)
    assert list(outcomes) == ["corrected", "created"]


@pytest.mark.parametrize(
    "values, field, words",
    [
        ({"email": "", "phone": ""}, "email", "one is enough"),
        ({"email": "", "phone": "040 1234"}, "phone", "country"),
    ],
)
def test_one_way_to_answer_is_enough_but_it_has_to_work(visit, values, field, words):
    assert words in visit(LUCIA | values).context["typed"].errors[field][0]


def test_a_phone_number_alone_is_enough(visit):
    visit(LUCIA | {"email": "", "phone": "+49 40 1234567"})
    decide_received()
    assert Lead.objects.get().person.keys.get().value == "+49401234567"


@pytest.mark.parametrize(
    "values, wait, why",
    [
        ({"website": "http://spam"}, 3, "trap"),
        ({}, 1.5, "too_fast"),
        ({"ticket": ""}, 3, "no_page"),
    ],
)
def test_a_machine_is_thanked_like_a_person_and_held(visit, values, wait, why):
    assert visit(LUCIA | values, wait=wait).status_code == 302
    decide_received()
    kept = Submission.objects.get()
    assert (kept.outcome, kept.suspicion) == ("held", why)
    assert not Lead.objects.exists()


def test_a_forged_ticket_is_as_good_as_none(visit):
    visit(LUCIA | {"ticket": "eyJpZCI6:forged"})
    assert Submission.objects.get().suspicion == "no_page"


def test_a_page_open_for_weeks_is_held_but_kept_once(visit, client, form):
    old = visit(wait=30 * 24 * 3600)
    client.post(form.address, old.wsgi_request.POST.dict())
    assert Submission.objects.get().suspicion == "no_page"


def test_with_the_broker_away_the_sweeper_decides(visit, monkeypatch, clock):
    def away(*args, **options):
        raise OperationalError("nobody answers")

    monkeypatch.setattr(decide_received, "apply_async", away)
    assert visit().status_code == 302
    clock.shift(30)
    decide_waiting_submissions()
    assert Lead.objects.count() == 1


def test_the_sweeper_is_in_the_timetable():
    tasks = {entry["task"]: entry["schedule"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert tasks["leads.capture.tasks.decide_waiting_submissions"] <= 30


def test_a_closed_form_says_so_and_takes_nothing(client, form):
    form.open = False
    form.save()
    assert client.get(form.address).status_code == 410
    assert client.post(form.address, LUCIA).status_code == 410
    assert not Submission.objects.exists()


def test_an_unknown_address_shows_nothing(client):
    assert client.get("/f/AAAAAAAAAAAAAAAAAAAAAA/").status_code == 404


def test_too_much_text_is_refused(visit):
    assert visit(LUCIA | {"words": "x" * 70_000}).status_code == 413
    assert not Submission.objects.exists()


def test_text_is_never_markup(visit, client, mara):
    visit(LUCIA | {"name": "<script>alert(1)</script>"})
    client.force_login(mara)
    page = client.get("/submissions/?view=all").text
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page


def test_a_visitor_is_counted_once_a_day_and_a_robot_never(client, form):
    for agent in (FIREFOX, FIREFOX, "Googlebot/2.1", "curl/8.5", ""):
        client.get(form.address, headers={"user-agent": agent})
    client.head(form.address, headers={"user-agent": FIREFOX + " other"})
    client.get(form.address, headers={"user-agent": FIREFOX + "x", "sec-purpose": "prefetch"})
    (visit,) = Touchpoint.objects.filter(kind="visit")
    assert (visit.campaign, visit.channel) == (form.campaign, form.campaign.channel)
    assert visit.visitor and "127.0.0.1" not in visit.visitor


def test_what_is_sent_costs_one_statement(client, form, visit, django_assert_num_queries):
    visit()
    ticket = client.get(form.address).context["typed"]["ticket"].value()
    with django_assert_num_queries(1):
        client.post(form.address, LUCIA | {"ticket": ticket, "email": "another@example.com"})
