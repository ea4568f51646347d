"""A preview of costs and of responses says what stands now and what would stand after it."""

from datetime import date

import pytest

from leads.models import CampaignResponse, SpendEntry
from leads.responses.actions import respond
from tests.files import a_file, imported, told
from tests.story import a_campaign, a_person, ago

pytestmark = pytest.mark.django_db
DAYS = "campaign,on,amount,currency,impressions\n"


@pytest.fixture
def spring(mara):
    return a_campaign(mara, type="event", starts_on=date(2026, 1, 1))


def test_a_day_s_cost_and_reach_are_told_before_and_after(tmp_path, spring):
    first = a_file(tmp_path, f"{DAYS}Spring,2026-03-02,10.50,EUR,400\n")
    assert told(first, "spend") == [
        ("Spring, 2026-03-02", "cost", "not here yet", "10.50 EUR"),
        ("Spring, 2026-03-02", "impressions", "not here yet", "400"),
    ]
    imported("spend", first, "--source", "crm")
    later = a_file(tmp_path, f"{DAYS}Spring,2026-03-02,12.00,EUR,400\n")
    assert told(later, "spend") == [("Spring, 2026-03-02", "cost", "10.50 EUR", "12.00 EUR")]
    assert SpendEntry.objects.count() == 1


def test_a_response_is_told_with_what_they_were_before(tmp_path, mara, spring):
    ada = a_person(name="Ada", email="ada@example.com")
    respond(ada, spring, "registered", by=mara, at=ago(days=3))
    rows = "ada@example.com,Spring,attended\nbo@example.com,Spring,registered\n"
    assert told(a_file(tmp_path, f"email,campaign,status\n{rows}"), "responses") == [
        ("Ada", "Spring", "Registered", "Attended"),
        ("bo@example.com", "Spring", "not here yet", "Registered"),
    ]
    assert CampaignResponse.objects.get().status == "registered"
