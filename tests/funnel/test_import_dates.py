"""Dates as the column says they are written; nothing is guessed."""

import pytest

from funnel.imports.asking import FormatAsked, form_of
from funnel.imports.cells import BadCell
from funnel.imports.dates import instants
from funnel.imports.fields import Field, Kind
from funnel.refusal import Refusal

WHEN = Field("captured_at", "captured", Kind.INSTANT)


def read(cell, form="ISO", zone="UTC"):
    return instants(form, zone)(cell).isoformat(timespec="seconds").removesuffix("+00:00")


@pytest.mark.parametrize(
    ("form", "cell", "instant"),
    [
        ("DD-MM-YYYY", "01-02-2018", "2018-02-01T00:00:00"),
        ("MM/DD/YYYY", "1/2/2018", "2018-01-02T00:00:00"),
        ("DD.MM.YY", "31.12.24", "2024-12-31T00:00:00"),
        ("YYYYMMDD", "20180201", "2018-02-01T00:00:00"),
        ("YYYY-MM-DD HH:mm:ss", "2018-02-26 19:58:54", "2018-02-26T19:58:54"),
        ("D.M.YYYY H:mm", "1.2.2018 9:05", "2018-02-01T09:05:00"),
        ("MM/DD/YYYY HH:mm AM", "04/03/2026 2:05 PM", "2026-04-03T14:05:00"),
        ("MM/DD/YYYY, HH:mm:ss AM", "4/3/2026, 12:05:09\u202fa.m.", "2026-04-03T00:05:09"),
        ("DD MONTH YYYY", "3 Apr 2026", "2026-04-03T00:00:00"),
        ("DD. MONTH YYYY", "3. März 2026", "2026-03-03T00:00:00"),
        ("DD MONTH YYYY", "3 févr. 2026", "2026-02-03T00:00:00"),
        ("DD de MONTH de YYYY", "3 de diciembre de 2026", "2026-12-03T00:00:00"),
        ("DD-MONTH-YY", "3-Dez-26", "2026-12-03T00:00:00"),
        ("MONTH DD, YYYY", "April 3, 2026", "2026-04-03T00:00:00"),
        ("Excel", "46115", "2026-04-03T00:00:00"),
        ("Excel", "46115.25", "2026-04-03T06:00:00"),
        ("ISO", "2026-04-03 10:00:00 UTC", "2026-04-03T10:00:00"),
        ("ISO", "2018-02-26", "2018-02-26T00:00:00"),
        ("ISO", "2018-02-26T19:58:54.5Z", "2018-02-26T19:58:54"),
        ("ISO", "2018-02-26 19:58+02:00", "2018-02-26T17:58:00"),
    ],
)
def test_a_cell_is_read_as_the_format_says(form, cell, instant):
    assert read(cell, form) == instant


@pytest.mark.parametrize(
    ("zone", "cell", "instant"),
    [
        ("America/Sao_Paulo", "2017-10-15", "2017-10-15T03:00:00"),  # that midnight never was
        ("America/Havana", "2017-11-05", "2017-11-05T04:00:00"),  # and this one was twice
        ("Europe/Berlin", "2018-03-25 02:30", "2018-03-25T01:30:00"),
        ("Europe/Berlin", "2018-10-28 02:30", "2018-10-28T00:30:00"),
        ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00"),
    ],
)
def test_an_hour_that_is_missing_or_doubled_has_one_reading(zone, cell, instant):
    assert read(cell, zone=zone) == instant


@pytest.mark.parametrize(
    ("form", "cell"),
    [
        ("DD-MM-YYYY", "2018-02-01"),
        ("DD-MM-YYYY", "30-02-2018"),
        ("DD-MM-YYYY", "01-02-2018 10:00"),
        ("MM/DD/YYYY", "13/01/2018"),
        ("YYYY-MM-DD HH:mm:ss", "2018-02-26 24:00:00"),
        ("YYYY-MM-DD HH:mm:ss", "2018-02-26 10:00:60"),
        ("ISO", "0001-01-01"),
        ("ISO", "9999-12-31"),
        ("ISO", "2018-02-26T10:00+99:00"),
        ("DD-MM-YYYY", "٠١-٠٢-٢٠١٨"),
        ("ISO", "43157"),
        ("MM/DD/YYYY HH:mm AM", "04/03/2026 14:05 PM"),
        ("DD MONTH YYYY", "3 Foo 2026"),
        ("Excel", "3 Apr"),
    ],
)
def test_a_cell_that_is_no_such_date_is_bad(form, cell):
    with pytest.raises(BadCell):
        read(cell, form)


@pytest.mark.parametrize("form", ["", "dd-mm-yyyy", "DD-MM", "DD-MM-YYYY HH", "%d", "DD DD YYYY"])
def test_what_is_no_format_is_refused(form):
    with pytest.raises(Refusal, match="not a date format"):
        instants(form, "UTC")


def test_an_ambiguous_column_is_asked_about_with_both_readings():
    with pytest.raises(FormatAsked, match="1 February 2018 as DD-MM-YYYY or 2 January") as asked:
        form_of(WHEN, "seen", ["01-02-2018", "03-04-2018"])
    assert asked.value.readings == ["DD-MM-YYYY", "MM-DD-YYYY"]


def test_a_column_with_one_reading_is_asked_about_too():
    with pytest.raises(FormatAsked, match="20 October 2017 as DD/MM/YYYY") as asked:
        form_of(WHEN, "seen", ["01/02/2018", "20/10/2017"])
    assert asked.value.readings == ["DD/MM/YYYY"]


def test_a_column_nobody_can_read_is_asked_about():
    with pytest.raises(FormatAsked, match="how to read “soon”"):
        form_of(WHEN, "seen", ["soon"])


def test_iso_needs_no_format():
    assert form_of(WHEN, "seen", ["2018-02-26", "2018-02-26T10:00Z", "n/a"]) == "ISO"


@pytest.mark.parametrize(
    ("cell", "forms"),
    [
        ("04/03/2026 2:05 PM", ["DD/MM/YYYY HH:mm AM", "MM/DD/YYYY HH:mm AM"]),
        ("04/13/2026, 2:05:00 PM", ["MM/DD/YYYY, HH:mm:ss AM"]),
        ("03.04.2026 10:00 GMT", ["DD.MM.YYYY HH:mm", "MM.DD.YYYY HH:mm"]),
        ("3 Apr 2026", ["DD MONTH YYYY"]),
        ("3. abril 2026", ["DD. MONTH YYYY"]),
        ("3 de abril de 2026", ["DD de MONTH de YYYY"]),
        ("3-Apr-26 09:00", ["DD-MONTH-YY HH:mm"]),
        ("April 3, 2026", ["MONTH DD, YYYY"]),
        ("46115", ["Excel"]),
    ],
)
def test_a_column_is_asked_about_in_the_formats_that_fit_it(cell, forms):
    with pytest.raises(FormatAsked) as asked:
        form_of(WHEN, "seen", ["n/a", cell])
    assert asked.value.readings == forms


def test_a_time_in_utc_is_no_time_of_the_office():
    assert read("3 Apr 2026 10:00 UTC", "DD MONTH YYYY HH:mm", "Asia/Tokyo")[11:16] == "10:00"
