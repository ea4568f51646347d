"""What came to somebody when it was late already, and how urgent it is."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.html import strip_tags
from time_machine import travel

from deals.line.queries import line_now
from leads.clocks.actions import reroute
from tests.story import an_offer

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
HOT = '<span class="chip chip--outline">Hot</span>'


@pytest.fixture
def late(mara, sam, ben):
    """Sam let it lie for 20 minutes of the agreed 15; then it came to Ben."""
    with travel(MONDAY, tick=False) as clock:
        handoff = an_offer(mara, sam, tier="hot")
        clock.shift(timedelta(minutes=20))
        reroute(handoff, by=sam, to=ben)
        yield handoff


def inbox(client, user, query=""):
    client.force_login(user)
    return " ".join(client.get(f"/handoffs/{query}").text.split())


def test_what_came_late_is_over_and_told_apart(client, late, ben, greta):
    text = inbox(client, ben)
    assert "Over the agreed time" in text and "came to you late" in text
    assert "came to them late" in inbox(client, greta, "?view=everyone")


def test_a_folded_row_says_it_too(client, late, mara, sam, ben):
    an_offer(mara, ben, tier="hot", at=MONDAY - timedelta(minutes=30))
    rows = inbox(client, ben).split('<li class="rowitem')
    (folded,) = [row for row in rows if f'id="handoff-{late.pk}"' in row]
    assert "came to you late" in folded and HOT in folded


def test_one_s_own_lateness_is_not_excused(client, mara, ben):
    with travel(MONDAY, tick=False) as clock:
        an_offer(mara, ben, tier="hot")
        clock.shift(timedelta(minutes=20))
        assert "late</span>" not in inbox(client, ben)


def test_the_strip_tells_them_apart(client, late, mara, sam, ben):
    an_offer(mara, ben, tier="hot", at=MONDAY - timedelta(minutes=30))
    line = line_now(ben)
    assert (line["over"], line["came_late"], line_now(sam)["came_late"]) == (2, 1, 0)
    assert "1 of them came to you late" in inbox(client, ben)


def test_the_card_says_who_had_it_before_and_how_urgent_it_is(client, late, ben):
    context = inbox(client, ben).split('class="context"')[1]
    assert "→ Sam → Ben just now" in strip_tags(context) and HOT in context.split("<dl")[0]
