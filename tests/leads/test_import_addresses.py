"""Several addresses in one cell, and what is no phone number."""

import pytest

from leads.models import MatchKey, Person, Touchpoint
from tests.files import a_file, counts, imported, table

pytestmark = pytest.mark.django_db
TWO = ["go@x.example ::: go2@x.example", '"go@x.example; go2@x.example"']
TWO += ["go@x.example;GO2@x.example"]


def mails():
    keys = MatchKey.objects.filter(kind="email").order_by("pk")
    return list(keys.values_list("value", flat=True))


@pytest.mark.parametrize("cell", TWO)
def test_the_second_address_is_a_further_key_of_the_person(tmp_path, cell):
    assert imported("people", a_file(tmp_path, f"name,email\nGo,{cell}\n")) == counts(created=1)
    assert Person.objects.get().email == "go@x.example"
    assert mails() == ["go@x.example", "go2@x.example"]
    other = a_file(tmp_path, "name,email\nGo,GO2@x.example\n")
    assert imported("people", other)["created"] == 0


def test_a_lead_s_further_address_is_read_on_its_touch_too(tmp_path):
    imported("leads", a_file(tmp_path, f"name,email\nGo,{TWO[0]}\n"))
    assert Touchpoint.objects.get().words == "email: go2@x.example"
    assert mails() == ["go@x.example", "go2@x.example"]


def test_a_touch_s_further_address_is_a_key(tmp_path):
    imported("touches", a_file(tmp_path, f"email,at\n{TWO[0]},2026-03-02\n"))
    assert mails() == ["go@x.example", "go2@x.example"]


NUMBERS = ["+49 30 23125001", "tel: 030/123 45 67", "(0)40-123456 ext. 12", "+1 212 555 0100 x7"]
NONE = ["@x", "call me maybe", "4.94040123456E+11", "4" * 40, "1234", "1-800-FLOWERS1"]


@pytest.mark.parametrize("phone", NUMBERS)
def test_a_phone_number_may_be_written_in_many_ways(tmp_path, phone):
    assert imported("people", a_file(tmp_path, f"name,phone\nGo,{phone}\n")) == counts(created=1)
    assert Person.objects.get().phone == phone


@pytest.mark.parametrize("phone", NONE)
def test_what_is_no_phone_number_is_a_problem(tmp_path, phone):
    errors = tmp_path / "errors.csv"
    path = a_file(tmp_path, f"name,phone\nGo,{phone}\n")
    assert imported("people", path, "--errors", errors) == counts(errors=1)
    assert table(errors)[0]["reason"].lstrip("'") == f"{phone} is not a phone number."


def test_a_long_name_is_cut_and_told(tmp_path):
    found = imported("people", a_file(tmp_path, f"name,email\n{'a' * 300},a@x.example\n"))
    assert found == counts(created=1, flagged=1)
    told = Person.objects.get().batch.remarks
    assert told == [[2, "name: cut from 300 to 200 characters."]]
