"""The door for programs: kept first, answered, decided afterwards; twice is once."""

import json

import pytest

from leads.capture.tasks import decide_received
from leads.models import Lead, Submission
from leads.sources.actions import close, renew, reopen
from tests.story import a_source, trail

pytestmark = pytest.mark.django_db

ADA = {"name": "Ada Berg", "email": "ada@example.com", "words": "Price?"}


@pytest.fixture
def shop(mara):
    return a_source(mara)


@pytest.fixture
def send(client, shop):
    def post(fields=None, key=shop[1], idempotency=None, body=None, kind="application/json"):
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        headers |= {"Idempotency-Key": idempotency} if idempotency else {}
        body = json.dumps(ADA if fields is None else fields) if body is None else body
        return client.post("/api/captures/", body, content_type=kind, headers=headers)

    return post


def asked(client, key, answer):
    place = f"/api/captures/{answer.json()['id']}/"
    return client.get(place, headers={"Authorization": f"Bearer {key}"})


def test_what_a_program_sends_is_kept_then_becomes_a_lead(client, send, shop, mara):
    answer = send()
    assert (answer.status_code, answer.json()["outcome"]) == (202, "received")
    assert Submission.objects.get().payload == ADA
    decide_received()
    lead = Lead.objects.get()
    assert trail(lead) == ["captured"]
    assert (lead.owner, lead.campaign, lead.words) == (mara, shop[0].campaign, "Price?")
    assert lead.touchpoints.get().kind == "program"
    assert asked(client, shop[1], answer).json()["outcome"] == "created"


def test_the_same_key_and_fields_again_are_answered_alike_and_count_once(send):
    first, again = send(idempotency="order-7"), send(idempotency="order-7")
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert Submission.objects.count() == 1


def test_the_same_key_with_other_fields_is_refused_and_changes_nothing(send):
    send(idempotency="order-7")
    answer = send(ADA | {"name": "Bo"}, idempotency="order-7")
    assert answer.status_code == 422 and "before with other fields" in answer.json()["error"]
    assert Submission.objects.get().payload["name"] == "Ada Berg"


def test_without_a_key_each_is_another_of_the_same_person(send):
    send(), send()
    decide_received()
    assert (Submission.objects.count(), Lead.objects.count()) == (2, 1)


def test_two_programs_may_use_the_same_idempotency_key(send, mara):
    _other, key = a_source(mara, name="Chat")
    assert send(idempotency="1").json()["id"] != send(key=key, idempotency="1").json()["id"]


def test_a_form_is_as_good_as_json(send):
    kind = "application/x-www-form-urlencoded"
    assert send(body="name=Ada&email=ada%40example.com", kind=kind).status_code == 202
    assert Submission.objects.get().payload == {"name": "Ada", "email": "ada@example.com"}


@pytest.mark.parametrize("key", [None, "fk_wrong", "", "\x00", "Zürich"])
def test_who_shows_no_key_of_ours_is_told_so_and_nothing_is_kept(send, key):
    answer = send(key=key)
    assert answer.status_code == 401 and answer["WWW-Authenticate"] == "Bearer"
    assert not Submission.objects.exists()


def test_a_closed_source_takes_nothing_until_it_is_opened_again(send, shop):
    source, _key = shop
    close(source), close(source)
    assert send().status_code == 401
    reopen(source)
    assert send().status_code == 202


def test_another_key_shuts_the_one_before_out(send, shop):
    _source, key = renew(shop[0])
    assert (send().status_code, send(key=key.text).status_code) == (401, 202)


@pytest.mark.parametrize(
    "body, words",
    [
        ("{", "not JSON"),
        ("[" * 100_000 + "]" * 100_000, "more than"),
        ("[" * 20_000, "not JSON"),
        ("[1, 2]", "one object"),
        (json.dumps({str(n): n for n in range(61)}), "more than 60 fields"),
    ],
)
def test_what_cannot_be_read_says_why(send, body, words):
    answer = send(body=body)
    assert answer.status_code in (400, 413) and words in answer.json()["error"]


def test_what_cannot_be_read_waits_in_the_inbox_as_it_came(client, send, mara):
    send(body='{"email": "ada@example.com"\x00')
    kept = Submission.objects.get()
    assert (kept.outcome, kept.unread) == ("error", '{"email": "ada@example.com"')
    client.force_login(mara)
    page = client.get(kept.get_absolute_url())
    assert "The body is not JSON." in page.text and "ada@example.com" in page.text
    sent = {"name": "Ada", "email": "ada@example.com"}
    client.post(f"/submissions/{kept.pk}/mending/", sent)
    assert Lead.objects.get().person.name == "Ada"


def test_what_is_too_large_or_of_another_kind_is_refused_unread(send):
    assert send(body=json.dumps({"words": "x" * 70_000})).status_code == 413
    assert send(kind="text/plain").status_code == 415
    assert not Submission.objects.exists()


def test_what_is_nested_odd_or_unseen_is_kept_as_text(send):
    fields = {"name": "A\x00da", "email": "ada@example.com", "cart": {"a": [1, None]}, "n": None}
    assert send(fields | {"words": "w" * 9000}).status_code == 202
    kept = Submission.objects.get().payload
    assert (kept["name"], kept["cart"], kept["n"]) == ("Ada", '{"a": [1, null]}', "")
    assert len(kept["words"]) == 4000


@pytest.mark.parametrize(
    "name, value",
    [
        ("name", r"\ud800Ada"),
        ("words", r"\udfffAda"),
        ("cart", r"Ada\ud800"),
        (r"na\u0000me", "Ada"),
        (r"\udc00name", "Ada"),
    ],
)
def test_no_character_that_cannot_be_stored_loses_a_capture(send, name, value):
    assert send(body=f'{{"email": "ada@example.com", "{name}": "{value}"}}').status_code == 202
    assert "Ada" in Submission.objects.get().payload.values()
    decide_received()
    assert Lead.objects.count() == 1


def test_what_a_form_says_in_its_names_cannot_lose_it_either(send):
    kind = "application/x-www-form-urlencoded"
    assert send(body="email=a%40example.com&na%00me=A%00da", kind=kind).status_code == 202
    assert Submission.objects.get().payload["name"] == "Ada"


def test_beyond_its_limit_a_program_is_asked_to_wait(send, shop):
    shop[0].per_minute = 2
    shop[0].save()
    assert [send().status_code for _time in range(3)] == [202, 202, 429]
    assert send()["Retry-After"] == "60" and Submission.objects.count() == 2


def test_one_program_cannot_ask_what_became_of_anothers(client, send, shop, mara):
    answer = send()
    _other, key = a_source(mara, name="Chat")
    assert asked(client, key, answer).status_code == 404
    assert asked(client, "fk_wrong", answer).status_code == 401


def test_what_its_page_was_told_becomes_a_touch_of_the_lead(send):
    send(ADA | {"utm_source": "Google", "utm_medium": "cpc", "referrer": "https://a.example/x"})
    decide_received()
    came = Lead.objects.get().touchpoints.exclude(kind="program").get()
    assert (came.source, came.medium, came.referrer) == ("google", "cpc", "a.example")


def test_a_capture_without_mail_or_phone_waits_to_be_mended(client, send, shop):
    answer = send({"name": "Ada"})
    decide_received()
    told = asked(client, shop[1], answer).json()
    assert (told["outcome"], told["detail"]) == ("error", "Neither mail nor phone.")
