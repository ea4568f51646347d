"""One deal's own id twice in a file: applied, or told; never passed over."""

import pytest

from deals.models import Deal
from funnel.models import Batch
from tests.files import a_file, counts, imported, table
from tests.story import a_person, ago, an_mql

pytestmark = pytest.mark.django_db
HEAD = "source_id,email,accepted_by,opened_at,won_at,amount\n"
OPEN = "7,ada@x.example,sam@funnel.example,2026-02-01,,{}\n"
WON = "7,ada@x.example,sam@funnel.example,2026-02-01,2026-03-01,{}\n"


@pytest.fixture(autouse=True)
def lead(mara, sam):
    person = a_person(email="ada@x.example")
    return an_mql(mara, person=person, at=ago(days=300))


def bring(tmp_path, *rows):
    errors = tmp_path / "errors.csv"
    more = ["--source", "crm", "--errors", errors]
    found = imported("deals", a_file(tmp_path, HEAD + "".join(rows)), *more)
    return found, table(errors) if found["errors"] else []


def test_a_second_amount_is_a_problem(tmp_path):
    found, told = bring(tmp_path, WON.format(10), WON.format(20))
    assert found == counts(created=1, errors=1)
    assert (told[0]["row"], told[0]["column"]) == ("3", "amount")
    assert "same own id" in told[0]["reason"]
    assert Deal.objects.get().amount == 10


def test_a_second_row_that_only_closes_it_is_applied(tmp_path):
    found, _told = bring(tmp_path, OPEN.format(10), WON.format(10))
    assert found == counts(created=1, updated=1)
    assert Deal.objects.get().stage == "won"


def test_another_amount_in_a_later_file_is_told(tmp_path):
    bring(tmp_path, WON.format(10))
    found, _told = bring(tmp_path, WON.format(20))
    assert found == counts(unchanged=1, flagged=1)
    [[row, remark]] = Batch.objects.latest("pk").remarks
    assert row == 2 and "stays as it is: 10" in remark


def test_more_digits_than_money_has_are_told(tmp_path):
    found, _told = bring(tmp_path, WON.format("12.3456"))
    assert found == counts(created=1, flagged=1)
    assert Batch.objects.get().remarks == [[2, "12.3456 was rounded to 12.35 EUR."]]


def test_the_list_of_deals_shows_those_that_one_import_made(tmp_path, client, sam):
    bring(tmp_path, WON.format(10))
    client.force_login(sam)
    lists = {pk: client.get("/deals/", {"layout": "list", "batch": pk}) for pk in (1, 2**40)}
    lists[0] = client.get("/deals/", {"layout": "list", "batch": Batch.objects.get().pk})
    assert Deal.objects.get() in lists[0].context["page"].object_list
    assert not lists[2**40].context["page"].object_list
