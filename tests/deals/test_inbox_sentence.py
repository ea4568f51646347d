"""The sentence above the inbox: what waits, what was agreed, and how it is kept."""

from datetime import UTC, datetime, timedelta

import pytest
from time_machine import travel

from deals.answers.actions import accept, send_back
from deals.answers.promised import promised
from deals.answers.rows import grouped, with_faces
from deals.line.queries import line_now
from leads.clocks.actions import hold
from leads.models import Handoff
from tests.cast import a_user
from tests.story import a_reason, an_offer

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)  # the default calendar: Monday to Friday, 9 to 17
HOUR, NIGHT = timedelta(hours=1), timedelta(hours=16)


@pytest.fixture
def monday():
    with travel(MONDAY, tick=False) as clock:
        yield clock


def words(client, reader, view="mine"):
    client.force_login(reader)
    page = client.get(f"/handoffs/?view={view}").text.split('id="sentence">')[1]
    return " ".join(page.split("</p>")[0].split())


def test_what_waits_what_is_over_and_what_was_agreed(client, monday, mara, sam):
    an_offer(mara, sam, tier="hot")
    monday.shift(HOUR)
    an_offer(mara, sam)
    said = words(client, sam)
    assert "2 waiting," in said and "1 over." in said
    assert "hot 15 min, warm 4 h, event 8 h, cold 24 h" in said
    assert "No answer yet this month." in said


def test_the_median_is_of_working_time_without_the_nights(monday, mara, sam):
    for nights in (0, 1, 1):
        monday.move_to(MONDAY)
        handoff = an_offer(mara, sam)
        monday.shift(HOUR + nights * (NIGHT + 8 * HOUR))
        accept(handoff, by=sam)
    found = promised(sam, "mine")
    assert (found.median, found.count) == (9 * HOUR, 3)


def test_held_time_counts_for_nobody(monday, mara, sam, greta):
    handoff = an_offer(mara, sam)
    monday.shift(HOUR)
    hold(handoff, by=greta, words="The fair")
    monday.shift(2 * HOUR)
    accept(handoff, by=sam)
    assert promised(sam, "mine").median == HOUR


def test_a_hold_takes_back_no_time_that_was_over(client, monday, mara, sam, greta):
    handoff = an_offer(mara, sam, tier="hot")
    monday.shift(HOUR)
    hold(handoff, by=greta, words="The fair")
    assert "1 over." in words(client, sam)
    assert line_now(sam)["over"] == promised(sam, "mine").over == 1
    assert [key for key, _label, _rows in grouped(with_faces(Handoff.objects.all()))] == ["held"]
    assert "held, 45 min over" in client.get("/handoffs/?view=mine").text


def test_what_was_due_at_closing_is_over_in_the_evening(client, monday, mara, sam):
    monday.shift(3 * HOUR)
    an_offer(mara, sam, tier="warm")  # four hours: until 17:00, when the day ends
    monday.shift(5 * HOUR)
    assert "1 over." in words(client, sam)
    assert [key for key, _label, _rows in grouped(with_faces(Handoff.objects.all()))] == ["over"]


def test_returns_are_answers_and_last_month_is_not_this_month(client, monday, mara, sam):
    accept(an_offer(mara, sam, at=MONDAY - timedelta(days=6)), by=sam, at=MONDAY - 120 * HOUR)
    handoff = an_offer(mara, sam)
    monday.shift(HOUR)
    send_back(handoff, by=sam, reason=a_reason("return", "other"), words="No")
    assert promised(sam, "mine").count == 1
    assert "Median this month 1 h" in words(client, sam)


def test_a_seller_reads_of_their_own_answers(monday, mara, sam):
    eve = a_user("Eve", "salesperson", team="South")
    accept(an_offer(mara, eve), by=eve)
    assert promised(sam, "mine").count == 0
    assert promised(mara, "offered").count == 1


def test_a_hundred_answers_cost_what_one_does(mara, sam, django_assert_max_num_queries):
    for _number in range(6):
        accept(an_offer(mara, sam), by=sam)
    sam.has_perm("funnel.see_handoffs")
    with django_assert_max_num_queries(8):
        promised(sam, "mine")
