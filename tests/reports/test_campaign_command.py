"""The figures of campaigns for programs outside: as JSON and as CSV, whole and as of a day."""

import csv
import json
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from leads.spending.actions import log_spend
from tests.story import a_campaign, a_lead

pytestmark = pytest.mark.django_db


def told(*arguments):
    out = StringIO()
    call_command("report", "campaigns", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def fair(mara):
    campaign = a_campaign(mara, name="=Fair", planned_leads=4, planned_spend=Decimal(90))
    log_spend(campaign, by=mara, on=date(2026, 3, 3), amount=Decimal(50), currency="EUR")
    a_lead(mara, campaign=campaign)
    a_lead(mara, campaign=campaign)
    return campaign


def test_each_campaign_is_one_row_of_plain_values(mara, fair):
    a_campaign(mara, name="Bare")
    bare, row = json.loads(told())
    assert (row["code"], row["stage"], row["captured"], row["planned_leads"]) == (
        "fair",
        "live",
        2,
        4,
    )
    assert (row["spent"], row["planned_spend"], row["currency"]) == ("50.00", "90.00", "EUR")
    costs = [row[f"cost_per_captured{end}"] for end in ("", "_low", "_high")]
    assert costs == ["25.00", "6.92", "206.43"]
    assert (row["cost_per_accepted"], bare["cost_per_captured"]) == (None, None)


def test_a_sheet_starts_no_formula(fair):
    (row,) = csv.DictReader(StringIO(told("--format", "csv")))
    assert (row["name"], row["captured"], row["cost_per_won"]) == ("'=Fair", "2", "")


def test_one_is_asked_for_by_its_code_and_the_past_by_its_day(mara, fair):
    a_campaign(mara, name="Other")
    assert [row["code"] for row in json.loads(told("--code", "fair"))] == ["fair"]
    assert json.loads(told("--code", "fair", "--as-of", "2026-01-01"))[0]["captured"] == 0


@pytest.mark.parametrize("wrong", [("--code", "nothing"), ("--as-of", "soon")])
def test_what_there_is_not_is_named(fair, wrong):
    with pytest.raises(CommandError, match=wrong[1]):
        told(*wrong)
