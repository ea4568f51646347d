"""What one box is read as, on Tuesday 17 November 2026, 10:42 in Berlin."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deals.activities.parsing import Read, read

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 17, 10, 42, tzinfo=BERLIN)


def due(text, now=NOW):
    said = read(text, now)
    return said.due_at and f"{said.due_at:%a %d %b %Y %H:%M}"


def test_the_example_of_the_box():
    said = read("call Tue 10, wants quote", NOW)
    assert said == Read("wants quote", "", "Call", datetime(2026, 11, 24, 10, tzinfo=BERLIN), True)


def test_how_it_went_a_note_and_a_next_step_in_one_breath():
    said = read("reached, stains settled. Quote for bar and 2 counters, call tue 10", NOW)
    assert (said.outcome, said.step) == ("reached", "Call")
    assert said.note == "stains settled. Quote for bar and 2 counters"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("call tomorrow", "Wed 18 Nov 2026 09:00"),
        ("call tomorrow at 14", "Wed 18 Nov 2026 14:00"),
        ("call today 15:00", "Tue 17 Nov 2026 15:00"),
        ("call 15:30", "Tue 17 Nov 2026 15:30"),
        ("call at 3pm", "Tue 17 Nov 2026 15:00"),
        ("call Tue", "Tue 24 Nov 2026 09:00"),
        ("call Friday 8.30", "Fri 20 Nov 2026 08:30"),
        ("call fri noon", "Fri 20 Nov 2026 12:00"),
        ("call next fri 10", "Fri 27 Nov 2026 10:00"),
        ("call next week", "Mon 23 Nov 2026 09:00"),
        ("send sample in 3 days", "Fri 20 Nov 2026 09:00"),
        ("call in a week 16:00", "Tue 24 Nov 2026 16:00"),
        ("call in 2 hours", "Tue 17 Nov 2026 12:42"),
        ("call 10 Dec", "Thu 10 Dec 2026 09:00"),
        ("call Dec 10 at 11", "Thu 10 Dec 2026 11:00"),
        ("call on 1st March 14:15", "Mon 01 Mar 2027 14:15"),
        ("call 10.12.", "Thu 10 Dec 2026 09:00"),
        ("call 10.12.2027 10:00", "Fri 10 Dec 2027 10:00"),
        ("call 2026-12-10", "Thu 10 Dec 2026 09:00"),
        ("call Tue 24 Nov 10:00", "Tue 24 Nov 2026 10:00"),
        ("tomorrow call 10:30", "Wed 18 Nov 2026 10:30"),
        ("call Thu 10 about the price", "Thu 19 Nov 2026 10:00"),
    ],
)
def test_days_and_hours_as_people_write_them(text, when):
    assert due(text) == when


@pytest.mark.parametrize(
    "text",
    [
        "call 10/12",  # October or December
        "call 10",  # a day or an hour
        "call Tue 3",  # in the night, or at three in the afternoon
        "call Tue 10 people",
        "call Tue or Wed",
        "call Wed 24 Nov",  # that is a Tuesday
        "call 9:00",  # is past
        "call 10 Nov 2026",
        "call today 8",
        "call 30 Feb",
        "call tomorrow 25:00",
        "call tomorrow between 10:00 and 12:00",
        "they call tomorrow",
        "called Tue 10",
        "tomorrow 10:00",
        "offer 10.30",
        "",
    ],
)
def test_what_is_not_certain_stays_in_the_note(text):
    assert read(text, NOW) == Read(note=text)


def test_next_names_any_step():
    said = read("Next: stock check at the mill Fri 8", NOW)
    assert (said.step, due("next: stock Fri 8")) == (
        "Stock check at the mill",
        "Fri 20 Nov 2026 08:00",
    )


def test_only_the_first_step_is_taken_the_second_stays_readable():
    said = read("send sample tomorrow, call Fri 10", NOW)
    assert (said.step, said.note) == ("Send sample", "call Fri 10")


def test_an_hour_that_the_clocks_skip_is_not_invented():
    spring = datetime(2027, 3, 26, 12, tzinfo=BERLIN)
    assert due("call 28 March 02:30", spring) is None


def test_an_hour_is_the_readers_own():
    tokyo = NOW.astimezone(ZoneInfo("Asia/Tokyo"))
    assert read("call tomorrow 10:00", tokyo).due_at.utcoffset().total_seconds() == 9 * 3600


@given(st.text(max_size=80))
def test_no_text_breaks_the_box_and_no_word_is_lost_without_a_step(text):
    said = read(text, NOW)
    if not said.step and not said.outcome:
        assert said.note == text.strip().strip(",;").strip()
