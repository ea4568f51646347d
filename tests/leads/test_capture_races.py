"""Very many captures of few people at once: a tenth here, all of it in .ci/run."""

import json
import os
from random import Random

import pytest
from django.test import Client

from leads.capture.models import OPEN_OUTCOMES
from leads.capture.tasks import decide_received
from leads.models import Lead, MatchKey, Person, Submission
from tests.cast import a_user
from tests.deals.test_races import together
from tests.story import a_source

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WHOLE = bool(os.environ.get("FUNNEL_WHOLE_RACES"))
ADDRESSES, CAPTURES, CLIENTS, WORKERS = 200, 10_000 if WHOLE else 1_000, 50, 4
SPELLINGS = [str, str.upper, str.title, " {} ".format, "\t{}\n".format, str.swapcase]


def test_however_often_and_however_spelled_an_address_is_one_person():
    mara = a_user("Mara", "marketer")
    _source, key = a_source(mara, per_minute=1_000_000)
    each = CAPTURES // CLIENTS
    clients = [lambda n=n: sends(key, range(n * each, (n + 1) * each)) for n in range(CLIENTS)]
    workers = [lambda: decide_until(CAPTURES) for _n in range(WORKERS)]
    answers = together(clients + workers, seconds=1200)
    assert answers == [{202}] * CLIENTS + [None] * WORKERS
    assert Submission.objects.count() == CAPTURES
    assert Person.objects.count() == MatchKey.objects.count() == ADDRESSES
    assert Lead.objects.open().count() == Lead.objects.count() == ADDRESSES
    assert Submission.objects.filter(outcome="created").count() == ADDRESSES
    assert Submission.objects.filter(outcome="matched").count() == CAPTURES - ADDRESSES


def test_plus_tags_and_dots_make_different_people():
    _source, key = a_source(a_user("Mara", "marketer"))
    for email in ("a.b@example.com", "ab@example.com", "ab+x@example.com"):
        assert send(Client(), key, email).status_code == 202
    decide_received()
    assert Person.objects.count() == 3


def sends(key, numbers):
    """Which statuses answered."""
    client, dice = Client(), Random(numbers.start)
    return {send(client, key, spelled(number, dice)).status_code for number in numbers}


def spelled(number, dice):
    return dice.choice(SPELLINGS)(f"person{number % ADDRESSES}@example.com")


def send(client, key, email):
    return client.post(
        "/api/captures/",
        json.dumps({"email": email}),
        content_type="application/json",
        headers={"Authorization": f"Bearer {key}"},
    )


def decide_until(number):
    """A worker that stops when so many came and none of them is open any more."""
    done = Submission.objects.exclude(outcome__in=OPEN_OUTCOMES)
    while done.count() < number:
        decide_received()
