import csv
import io
import json
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

from funnel.models import Organisation
from reports.rungs import RUNGS
from tests.reports.reading import may, won
from tests.story import a_channel, a_deal, a_lead

DAYS = ("--from", "2026-05-01", "--to", "2026-05-31")


@pytest.fixture(autouse=True)
def _berlin(db):
    Organisation.objects.update_or_create(pk=1, defaults={"time_zone": "Europe/Berlin"})


def report(*asked):
    out = io.StringIO()
    call_command("report", "conversion", *(asked or DAYS), stdout=out)
    return out.getvalue()


def test_the_keys_of_the_json(mara):
    found = json.loads(report(*DAYS, "--by", "channel"))
    assert set(found) == {
        *("period", "mode", "window_days", "as_of", "rungs"),
        *("groups", "totals", "sales_sourced"),
    }
    assert found["period"] == {
        "from": "2026-05-01",
        "to": "2026-05-31",
        "time_zone": "Europe/Berlin",
    }
    assert [row["key"] for row in found["rungs"]] == [rung.key for rung in RUNGS]
    assert (found["mode"], found["window_days"], found["groups"]) == ("cohort", 90, [])


def test_one_rung_as_json(mara, sam):
    won(a_deal(mara, sam, at=may(1), amount=Decimal("1000.5")), sam, at=may(9))
    row = json.loads(report())["rungs"][9]
    assert (row["key"], row["count"], row["value"]) == ("won", 1, "1000.50")
    assert row["of_previous"] == {
        "part": 1,
        "whole": 1,
        "rate": 1.0,
        "low": pytest.approx(0.2065, abs=1e-4),
        "high": 1.0,
    }
    assert (row["median_days"], row["p80_days"]) == (8.0, 8.0)


def test_flow_says_nothing_of_windows_and_rates(mara):
    a_lead(mara, at=may(1))
    found = json.loads(report(*DAYS, "--mode", "flow"))
    assert found["window_days"] is None
    row = found["rungs"][2]
    assert row.pop("count") == 1
    assert {key for key, value in row.items() if value is not None} == {"key"}


def test_both_days_are_included_as_the_organisation_counts_them(mara):
    a_lead(mara, at=may(1, hour=0))
    a_lead(mara, at=may(31, hour=23))
    assert json.loads(report())["rungs"][2]["count"] == 2


def test_csv_has_a_line_for_each_group_and_rung(mara):
    a_lead(mara, at=may(1), channel=a_channel("web"))
    lines = list(csv.DictReader(io.StringIO(report(*DAYS, "--by", "channel", "--format", "csv"))))
    assert len(lines) == 2 * len(RUNGS)
    captured = [line for line in lines if line["rung"] == "captured"]
    assert [(line["group"], line["count"]) for line in captured] == [("all", "1"), ("web", "1")]
    assert captured[0]["previous_rate"] == ""


def test_csv_starts_no_formula(mara):
    a_lead(mara, at=may(1), channel=a_channel("-1+cmd"))
    assert "\n'-1+cmd,captured,1," in report(*DAYS, "--by", "channel", "--format", "csv")


@pytest.mark.parametrize(
    "asked",
    [
        ("--from", "2026-05-31", "--to", "2026-05-01"),
        ("--from", "31.05.2026", "--to", "2026-06-01"),
        (*DAYS, "--window", "-1"),
        (*DAYS, "--window", "soon"),
        (*DAYS, "--channel", "nowhere"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(asked):
    with pytest.raises(CommandError, match="--"):
        report(*asked)


def test_the_figures_come_in_few_questions(mara, sam, django_assert_max_num_queries):
    for day in range(1, 6):
        won(a_deal(mara, sam, at=may(day)), sam, at=may(9))
    with django_assert_max_num_queries(11):
        report(*DAYS, "--by", "owner")


@pytest.mark.parametrize(
    ("days", "option"),
    [(("0001-01-01", "2026-05-31"), "--from"), (("2026-05-01", "9999-12-31"), "--to")],
)
def test_days_out_of_all_time_are_refused_in_one_line(days, option):
    first, last = days
    with pytest.raises(CommandError, match=f"{option}: Choose a day") as no:
        report("--from", first, "--to", last)
    assert "\n" not in str(no.value)
