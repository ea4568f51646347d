"""Deals as HubSpot and Pipedrive write them, on the people of the same program."""

from decimal import Decimal

import pytest

from deals.models import Deal
from tests.cast import a_user
from tests.files import a_file, counts, imported, table

pytestmark = pytest.mark.django_db
CONTACTS = (
    "Record ID,First Name,Last Name,Email,Create Date\n8001,Ada,Berg,ada@x.example,2026-01-05\n"
)
CONTACTS += "8002,Bo,Ek,bo@x.example,2026-01-05\n8003,Cy,Oak,cy@x.example,2026-01-05\n"
HUBSPOT = (
    "Record ID,Deal Name,Deal Stage,Amount,Currency,Close Date,Create Date,Deal owner,"
    "Associated Contact IDs,Closed Lost Reason\n"
)
WON = (
    "7001,Ten tops,Closed Won,1500.50,EUR,2026-03-02 10:00,2026-02-01 09:00,Sam Sales,8001;8002,\n"
)
LOST = "7002,A dome,Closed Lost,900,EUR,2026-03-03 10:00,2026-02-01 09:00,Sam Sales,8002,Too dear\n"
OPEN = "7003,Two mats,Decision Maker Bought-In,70,EUR,2099-03-03,2026-02-01,Sam Sales,8003,\n"
PEOPLE = "Person - ID,Person - Name,Person - Email - Work,Person - Person created\n"
PEOPLE += "1,Ada Berg,ada@x.example,2026-01-05\n2,Bo Ek,bo@x.example,2026-01-05\n"
PIPEDRIVE = (
    "Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Owner,Deal - Deal created,"
    "Deal - Won time,Deal - Lost time,Deal - Lost reason,Person - Email - Work\n"
    "7,Ten tops,1500.5,EUR,Sam Sales,2026-02-01 09:00:00,2026-03-02 10:00:00,,,ada@x.example\n"
    "8,A dome,900,EUR,Sam Sales,2026-02-01 09:00:00,,2026-03-03 10:00:00,Too dear,bo@x.example\n"
)


def standing():
    return {deal.name: deal.stage for deal in Deal.objects.all()}


@pytest.fixture(autouse=True)
def sales(db):
    return a_user("Sam Sales", "salesperson")


@pytest.fixture
def hubspot(tmp_path):
    imported("leads", a_file(tmp_path, CONTACTS), "--preset", "hubspot")
    return lambda *rows: a_file(tmp_path, HUBSPOT + "".join(rows))


def test_deals_of_hubspot_are_won_lost_or_open_as_their_stage_says(hubspot):
    path = hubspot(WON, LOST, OPEN)
    assert imported("deals", path, "--preset", "hubspot") == counts(created=3)
    found = standing()
    assert (found["Ten tops"], found["A dome"]) == ("won", "lost")
    assert found["Two mats"] not in ("won", "lost")
    deal = Deal.objects.get(name="Ten tops")
    assert (str(deal.person), deal.amount, deal.owner.name) == (
        "Ada Berg",
        Decimal("1500.5"),
        "Sam Sales",
    )
    assert Deal.objects.get(name="A dome").steps.last().words == "Too dear"


def test_a_deal_that_ends_in_the_future_or_on_no_day_is_refused(tmp_path, hubspot):
    errors = tmp_path / "errors.csv"
    path = hubspot(WON.replace("2026-03-02", "2099-03-02"), LOST.replace("2026-03-03 10:00", ""))
    found = imported("deals", path, "--preset", "hubspot", "--errors", errors)
    assert found == counts(errors=2)
    assert [(row["column"], row["reason"]) for row in table(errors)] == [
        ("Close Date", "A deal cannot end in the future."),
        ("Close Date", "The date is missing."),
    ]


def test_deals_of_pipedrive_come_in_on_their_people(tmp_path):
    imported("leads", a_file(tmp_path, PEOPLE), "--preset", "pipedrive")
    path = a_file(tmp_path, PIPEDRIVE)
    assert imported("deals", path, "--preset", "pipedrive") == counts(created=2)
    assert standing() == {"Ten tops": "won", "A dome": "lost"}
    assert imported("deals", path, "--preset", "pipedrive") == counts(unchanged=2)
