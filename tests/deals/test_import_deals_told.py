"""A preview of a file of deals tells what it changes, with what it is now."""

import pytest

from deals.models import Deal
from tests.files import a_file, imported, told
from tests.story import a_person, an_mql

pytestmark = pytest.mark.django_db
HEAD = "source_id,email,accepted_by,won_at,amount,currency\n"
OPEN = "7,ada@example.com,sam@funnel.example,,,\n"
WON = "7,ada@example.com,sam@funnel.example,2026-03-04 10:00,1000.50,EUR\n"


@pytest.fixture
def lead(mara):
    return an_mql(mara, person=a_person(name="Ada", email="ada@example.com"))


def test_a_new_deal_and_the_way_of_its_lead_are_told(tmp_path, lead, sam):
    assert told(a_file(tmp_path, HEAD + OPEN), "deals") == [
        ("Ada", "lead", "Qualified", "Accepted"),
        ("Ada", "deal", "not here yet", "Discovery"),
    ]
    assert not Deal.objects.exists()


def test_what_a_later_file_adds_to_a_deal_is_told(tmp_path, lead, sam):
    imported("deals", a_file(tmp_path, HEAD + OPEN), "--source", "crm")
    assert told(a_file(tmp_path, HEAD + WON), "deals") == [
        ("Ada", "amount", "", "1000.50 EUR"),
        ("Ada", "stage", "Discovery", "Won"),
    ]
    assert told(a_file(tmp_path, HEAD + OPEN), "deals") == []
