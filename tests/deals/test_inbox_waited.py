"""How long ours waited: this month's answers beside the inbox, against the agreed time."""

from datetime import timedelta

import pytest

from deals.answers.actions import accept
from deals.answers.promised import Wait
from deals.answers.waited import AGREED, BASE, BINS, STEP, waited
from funnel.ratio import Ratio
from leads.clocks.actions import hold
from tests.cast import a_user
from tests.deals.test_inbox_sentence import HOUR, MONDAY, monday
from tests.story import an_offer

pytestmark = pytest.mark.django_db
__all__ = ["monday"]


def waits(*used):
    return [Wait(timedelta(hours=each), each, each > 1) for each in used]


def places(drawn):
    """The bins that have a bar."""
    return [int(bar.x // STEP) for bar in drawn.bars]


def beside(client, reader):
    client.force_login(reader)
    return " ".join(client.get("/handoffs/").text.split())


def test_each_tenth_of_the_agreed_time_has_its_bar_and_the_last_all_that_is_later():
    drawn = waited(waits(0, 0.05, 0.15, 0.99, 1, 1.01, 1.95, 7), missed=2)
    assert places(drawn) == [0, 1, AGREED - 1, AGREED, BINS - 1]
    assert [bar.over for bar in drawn.bars] == [False, False, False, True, True]
    assert max(bar.height for bar in drawn.bars) == BASE
    assert (drawn.answers, drawn.in_time) == (8, Ratio(5, 10))


def test_how_many_were_in_time_is_said_with_its_denominator(client, monday, mara, sam):
    for wait in (HOUR, 2 * HOUR, 6 * HOUR):
        monday.move_to(MONDAY)
        handoff = an_offer(mara, sam, tier="warm")
        monday.shift(wait)
        accept(handoff, by=sam)
    text = beside(client, sam)
    assert "How long ours waited" in text and "this month, n 3" in text
    assert "2 of 3" in text and "waited__bar--over" in text


def test_what_nobody_answered_counts_with_what_came_late(client, monday, mara, sam):
    answered, _over, held = (an_offer(mara, sam, tier="warm") for _each in range(3))
    accept(answered, by=sam)
    hold(held, by=mara, words="The trade fair")
    monday.shift(6 * HOUR)
    an_offer(mara, sam, tier="warm")
    assert "1 of 2" in beside(client, sam) and "this month, n 1" in beside(client, sam)


def test_the_picture_has_words_for_who_does_not_see_it(client, monday, mara, sam):
    accept(an_offer(mara, sam), by=sam)
    text = beside(client, sam)
    assert 'role="img" aria-labelledby="ours waited-what"' in text


def test_what_others_answered_is_not_ours(client, monday, mara, sam):
    eve = a_user("Eve", "salesperson", team="South")
    accept(an_offer(mara, sam), by=sam)
    assert "How long ours waited" not in beside(client, eve)
