from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.template import engines
from django.utils import timezone

from funnel.icons import ICONS
from funnel.ratio import Ratio
from funnel.templatetags import funnel as tags

NOW = datetime(2026, 11, 17, 9, 42, tzinfo=UTC)  # 10:42 in Berlin
HOUR = timedelta(hours=1)


@pytest.fixture
def at_1042_in_berlin():
    with time_machine.travel(NOW, tick=False), timezone.override(ZoneInfo("Europe/Berlin")):
        yield


@pytest.mark.parametrize(
    ("ratio", "printed"),
    [
        (Ratio(371, 2140), "17\u202f%"),
        (Ratio(44, 1000), "4.4\u202f%"),
        (Ratio(0, 40), "0\u202f%"),
        (Ratio(40, 40), "100\u202f%"),
        (Ratio(0, 0), "—"),
        (None, "—"),
    ],
)
def test_a_rate_without_a_denominator_is_a_dash(ratio, printed):
    assert tags.percent(ratio) == printed


def test_an_interval_is_printed_in_points():
    assert tags.interval(Ratio(371, 2140)) == "16–19"
    assert tags.interval(Ratio(44, 1000)) == "3.3–5.9"
    assert tags.interval(Ratio(0, 0)) == ""


def test_below_thirty_the_count_is_said_and_not_the_rate():
    assert tags.few(Ratio(6, 29))
    assert not tags.few(Ratio(6, 30))
    assert not tags.few(Ratio(0, 0))


@pytest.mark.parametrize(
    ("amount", "currency", "printed"),
    [
        (Decimal("26711.4"), "EUR", "€26,711.40"),
        (Decimal("26711"), "JPY", "¥26,711"),
        (Decimal("1.5"), "KWD", "KWD\xa01.500"),
        (Decimal("0"), "EUR", "€0.00"),
        (None, "EUR", "—"),
    ],
)
def test_money_has_its_currencys_digits_and_unknown_is_not_zero(amount, currency, printed):
    assert tags.money(amount, currency) == printed


@pytest.mark.parametrize(
    ("amount", "printed"),
    [
        (Decimal("9640.49"), "€9,640"),
        (Decimal("412345"), "€412\u202fk"),
        (Decimal("999499"), "€999\u202fk"),
        (Decimal("999500"), "€1\u202fM"),
        (Decimal("1484000"), "€1.48\u202fM"),
        (None, "—"),
    ],
)
def test_money_is_short_in_charts(amount, printed):
    assert tags.money_short(amount, "EUR") == printed


@pytest.mark.parametrize(
    ("span", "printed"),
    [
        (timedelta(seconds=20), "under 1 min"),
        (timedelta(minutes=23), "23 min"),
        (7800, "2 h 10"),
        (timedelta(days=3.5), "3.5 d"),
        (timedelta(days=12.4), "12 d"),
        (None, "—"),
    ],
)
def test_a_duration_is_said_in_its_largest_unit(span, printed):
    assert tags.duration(span) == printed


@pytest.mark.parametrize(
    ("away", "printed"),
    [
        (timedelta(seconds=-20), "just now"),
        (timedelta(minutes=-12), "12 min ago"),
        (timedelta(minutes=12), "in 12 min"),
        (-2 * HOUR, "today 08:42"),
        (-24 * HOUR, "yesterday 10:42"),
        (24 * HOUR, "tomorrow 10:42"),
        (timedelta(days=-8), "Mon 9 Nov"),
        (timedelta(days=-400), "13 Oct 2025"),
    ],
)
def test_near_times_are_told_in_words(at_1042_in_berlin, away, printed):
    assert f">{printed}<" in tags.when(NOW + away)


def test_the_exact_time_is_in_the_readers_zone(at_1042_in_berlin):
    said = tags.when(NOW)
    assert 'datetime="2026-11-17T10:42:00+01:00"' in said
    assert 'title="Tuesday 17 November 2026, 10:42 CET"' in said


def test_midnight_belongs_to_the_readers_day(at_1042_in_berlin):
    assert tags.day(datetime(2026, 11, 16, 23, 30, tzinfo=UTC)) == "today"
    assert tags.day(date(2026, 11, 19)) == "Thu 19 Nov"


def test_every_icon_is_drawn_and_silent_unless_it_speaks_alone():
    for name in ICONS:
        assert 'aria-hidden="true"' in tags.icon(name)
    assert 'role="img" aria-label="Late"' in tags.icon("alert", label="Late")


def test_a_label_cannot_break_out_of_an_icon():
    assert "<script>" not in tags.icon("alert", label='"><script>')


def test_a_share_is_an_svgs_number_in_every_language():
    assert tags.share(1, 3) == "33.33"
    assert tags.share(5, 0) == "0"
    assert tags.share(7, 5) == "100.00"


def test_initials():
    assert tags.initials("Ben Aalto") == "BA"
    assert tags.initials("Ilse von der Heide") == "IH"
    assert tags.initials("ada") == "A"


def test_the_library_loads_as_funnel():
    template = engines["django"].from_string("{% load funnel %}{{ 48210|number }}")
    assert template.render() == "48,210"
