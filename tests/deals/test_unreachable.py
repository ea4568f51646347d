"""Sales gives somebody up as unreachable once it tried as often as the Agreement says."""

import pytest
from django.urls import reverse

from deals.activities.actions import log
from deals.answers.actions import accept, send_back
from deals.answers.tries import tries
from funnel.refusal import Refusal
from leads.agreement.models import Agreement
from tests.story import a_reason, ago, an_offer, trail

pytestmark = pytest.mark.django_db
AGREED = Agreement()


@pytest.fixture
def taken(mara, sam):
    """Offered and accepted forty days ago."""
    handoff = an_offer(mara, sam, at=ago(days=40))
    accept(handoff, by=sam, at=ago(days=40))
    return handoff


@pytest.fixture
def unreachable(db):
    return a_reason("return", "unreachable")


def try_to_reach(handoff, by, days, outcome="no_answer", **more):
    for number in days:
        log(by=by, lead=handoff.lead, kind="call", outcome=outcome, at=ago(days=number), **more)


def test_who_tried_as_agreed_returns_it(taken, sam, unreachable):
    try_to_reach(taken, sam, [30, 25, 20, 15, 10])
    step = send_back(taken, by=sam, reason=unreachable)
    assert (step.reason, step.side, trail(taken.lead)[-1]) == ("unreachable", "buyer", "mql")


def test_too_few_attempts_are_refused_and_counted(taken, sam, unreachable):
    try_to_reach(taken, sam, [30, 25])
    with pytest.raises(Refusal, match="Agreed before giving up: 5 attempts over.*so far: 2, the"):
        send_back(taken, by=sam, reason=unreachable)
    assert trail(taken) == ["offered", "accepted"]


def test_all_attempts_in_one_morning_are_refused(taken, sam, unreachable):
    try_to_reach(taken, sam, [0] * AGREED.attempts)
    with pytest.raises(Refusal, match=f"over {AGREED.over_days} days"):
        send_back(taken, by=sam, reason=unreachable)


def test_an_attempt_counts_only_since_they_were_last_reached(taken, sam):
    try_to_reach(taken, sam, [30, 25])
    try_to_reach(taken, sam, [20], outcome="reached")
    try_to_reach(taken, sam, [10])
    assert tries(taken).count == 1


def test_what_came_in_or_was_only_noted_is_no_attempt(taken, sam):
    try_to_reach(taken, sam, [30], outbound=False)
    log(by=sam, lead=taken.lead, kind="note", words="On holiday?", at=ago(days=20))
    assert tries(taken).count == 0


def test_nobody_is_unreachable_before_the_lead_is_accepted(mara, sam, unreachable):
    handoff = an_offer(mara, sam)
    with pytest.raises(Refusal, match="Accept it and try"):
        send_back(handoff, by=sam, reason=unreachable)


def test_the_page_offers_it_once_accepted_and_says_how_often_was_tried(client, taken, mara, sam):
    client.force_login(sam)
    try_to_reach(taken, sam, [12])
    page = client.get(reverse("deals:return", args=[taken.pk])).text
    assert 'value="unreachable"' in page and "Logged so far: 1, the first" in page
    waiting = client.get(reverse("deals:return", args=[an_offer(mara, sam).pk])).text
    assert 'value="unreachable"' not in waiting


def test_twice_is_once(taken, sam, unreachable):
    try_to_reach(taken, sam, [30, 25, 20, 15, 10])
    send_back(taken, by=sam, reason=unreachable)
    assert send_back(taken, by=sam, reason=unreachable) is None


def test_the_page_says_it_at_the_reason_and_keeps_the_words(client, taken, sam):
    client.force_login(sam)
    said = {"reason": "unreachable", "words": "Never picks up"}
    page = client.post(reverse("deals:return", args=[taken.pk]), said)
    assert page.status_code == 422 and b"Never picks up" in page.content
    assert list(page.context["form"].errors) == ["reason"]
