"""Asking once more, and until when that is enough."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from time_machine import travel

from tests.story import an_offer

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 14, 10, tzinfo=UTC)


@pytest.fixture
def nudged(client, mara, sam):
    """Mara's offer, three minutes after she asked; the clock can be turned."""
    with travel(MONDAY, tick=False) as clock:
        handoff = an_offer(mara, sam)
        client.force_login(mara)
        client.post(reverse("leads:nudge", args=[handoff.pk]))
        clock.shift(timedelta(minutes=3))
        yield handoff, clock


def page(client):
    return " ".join(client.get("/handoffs/?view=offered").text.split())


def test_the_button_is_gone_and_it_says_until_when(client, nudged):
    handoff, _clock = nudged
    text = page(client)
    assert f"/handoffs/{handoff.pk}/nudge/" not in text
    assert "3 min ago</time> by Mara; again from tomorrow" in text


def test_a_day_later_it_is_back(client, nudged):
    handoff, clock = nudged
    clock.shift(timedelta(days=1))
    assert f"/handoffs/{handoff.pk}/nudge/" in page(client)


def test_from_a_page_that_shows_it_still_one_is_back_there_and_told(client, nudged):
    handoff, _clock = nudged
    back = {"next": "/handoffs/?view=offered"}
    answer = client.post(reverse("leads:nudge", args=[handoff.pk]), back, follow=True)
    assert answer.redirect_chain == [(back["next"], 302)]
    assert "Nudged 3\xa0minutes ago by Mara; again from tomorrow" in answer.text


def test_what_a_hold_needs_is_not_called_optional(client, mara, sam, greta):
    address = reverse("leads:hold", args=[an_offer(mara, sam).pk])
    client.force_login(greta)
    assert "field__optional" not in client.get(address).text
    answer = client.post(address, {"words": ""})
    assert answer.context["form"].errors == {"words": ["Say why the clock is held."]}
