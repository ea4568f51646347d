"""A file is brought in the browser: read, mapped, checked, repaired, imported, undone."""

import pytest
from django.urls import reverse

from funnel.models import Batch, Upload, UploadState
from leads.models import Lead, Person
from tests.cast import a_user
from tests.funnel.wizard import at, bring, checked, imported

pytestmark = pytest.mark.django_db
PEOPLE = b"""Name,E-Mail,Kind
Ada,ada@example.com,new
Bo,not an address,new
Cy,cy@example.com,novel
"""
COLUMNS = {"c0": "name", "c1": "email", "c2": "kind"}


@pytest.fixture
def as_mara(client, mara):
    client.force_login(mara)
    return client


def names():
    return sorted(str(person) for person in Person.objects.all())


def test_all_rows_are_checked_before_one_is_written(as_mara):
    upload = checked(as_mara, bring(as_mara, PEOPLE), **COLUMNS)
    assert upload.told["counts"]["created"] == 1
    assert [group["field"] for group in upload.told["groups"]] == ["email", "kind"]
    assert upload.state == UploadState.CHECKED
    assert not Batch.objects.exists()
    assert names() == []


def test_what_is_whole_comes_in_and_the_rest_is_a_file(as_mara):
    upload = imported(as_mara, checked(as_mara, bring(as_mara, PEOPLE), **COLUMNS))
    assert upload.state == UploadState.DONE
    assert names() == ["Ada"]
    told = as_mara.get(at(upload, "import_problems")).content.decode("utf-8-sig").splitlines()
    assert told[0] == "row,column,value,reason,hint,Name,E-Mail,Kind"
    assert [line.split(",")[:3] for line in told[1:]] == [
        ["3", "E-Mail", "not an address"],
        ["4", "Kind", "novel"],
    ]


def test_one_repair_mends_all_rows_that_say_the_same(as_mara):
    upload = checked(as_mara, bring(as_mara, PEOPLE), **COLUMNS)
    said = {"group": 1, "how": "value", "means0": "new"}
    as_mara.post(at(upload, "import_repairs"), said)
    upload.refresh_from_db()
    assert upload.told["counts"]["errors"] == 1
    imported(as_mara, upload)
    assert names() == ["Ada", "Cy"]


def test_a_row_can_come_in_without_its_bad_cell_which_is_kept(as_mara):
    upload = checked(as_mara, bring(as_mara, PEOPLE), **COLUMNS)
    as_mara.post(at(upload, "import_repairs"), {"group": 0, "how": "drop"})
    upload.refresh_from_db()
    imported(as_mara, upload)
    assert names() == ["Ada", "Bo"]
    bo = Lead.objects.get(person__name="Bo")
    assert bo.touchpoints.get().words == "E-Mail: not an address"


def test_a_cell_is_typed_anew(as_mara):
    upload = checked(as_mara, bring(as_mara, PEOPLE), **COLUMNS)
    as_mara.post(at(upload, "import_row", 3), {"c0": "Bo", "c1": "bo@example.com", "c2": "new"})
    upload.refresh_from_db()
    assert upload.told["counts"]["created"] == 2


def test_a_repair_is_undone(as_mara):
    upload = checked(as_mara, bring(as_mara, PEOPLE), **COLUMNS)
    as_mara.post(at(upload, "import_leaving"))
    upload.refresh_from_db()
    assert upload.told["counts"] | {"skipped": 2, "errors": 0} == upload.told["counts"]
    as_mara.post(at(upload, "import_repair_undo", 1))
    upload.refresh_from_db()
    assert upload.told["counts"]["errors"] == 2


def test_pressing_import_twice_imports_once(as_mara):
    upload = imported(as_mara, checked(as_mara, bring(as_mara, PEOPLE), **COLUMNS))
    imported(as_mara, upload)
    assert Batch.objects.count() == Lead.objects.count() == 1


def test_the_same_shape_is_mapped_as_last_time(as_mara):
    imported(as_mara, checked(as_mara, bring(as_mara, PEOPLE), **COLUMNS))
    again = bring(as_mara, PEOPLE.replace(b"Ada", b"Eve"))
    page = as_mara.get(at(again, "import_columns")).content.decode()
    assert page.count("as last time") == 3


def test_what_nobody_knows_is_kept_as_a_note_and_what_is_left_out_is_named(as_mara):
    upload = bring(as_mara, PEOPLE.replace(b"Kind", b"Booth"))
    form = as_mara.get(at(upload, "import_columns")).context["form"]
    assert form["c2"].value() == "note"
    upload = checked(as_mara, upload, c0="name", c1="email")
    page = as_mara.get(at(upload, "import_preview")).content.decode()
    assert "Columns that are left out: Booth." in page


def test_a_mapping_of_somebody_else_is_offered_with_their_name(as_mara, client):
    imported(as_mara, checked(as_mara, bring(as_mara, PEOPLE), c0="name", c1="email"))
    client.force_login(a_user("Adam", "admin"))
    page = client.get(at(bring(client, PEOPLE), "import_columns")).content.decode()
    assert page.count("as last time (by Mara") == 3


def test_the_corrected_file_of_errors_adds_exactly_those(as_mara):
    upload = imported(as_mara, checked(as_mara, bring(as_mara, PEOPLE), **COLUMNS))
    errors = as_mara.get(at(upload, "import_problems")).content.decode("utf-8-sig")
    mended = errors.replace(",Bo,not an address", ",Bo,bo@example.com").replace(
        ",novel\r", ",new\r"
    )
    again = checked(as_mara, bring(as_mara, mended.encode()), **COLUMNS)
    assert again.told["counts"]["created"] == 2
    imported(as_mara, again)
    assert names() == ["Ada", "Bo", "Cy"]


def test_an_import_is_taken_back_whole(as_mara):
    upload = imported(as_mara, checked(as_mara, bring(as_mara, PEOPLE), **COLUMNS))
    as_mara.post(at(upload, "import_undo"))
    imported(as_mara, upload, route=None)
    upload.refresh_from_db()
    assert upload.state == UploadState.UNDONE
    assert names() == []


def test_nobody_sees_what_another_brought(as_mara, client, sam, greta):
    upload = bring(as_mara, PEOPLE)
    client.force_login(greta)
    assert client.get(at(upload, "import_columns")).status_code == 404
    client.force_login(sam)
    assert client.get(reverse("funnel:imports")).status_code == 403
    assert Upload.objects.get().state == UploadState.CHOOSING


def test_whose_ids_these_are_is_asked_and_not_guessed(as_mara):
    rows = b"Id,Name\n7,Ada\n"
    known = checked(as_mara, bring(as_mara, rows), c0="source_id", c1="name")
    imported(as_mara, known)
    other = bring(as_mara, b"Id,Name,E-Mail\n7,Bo,bo@example.com\n")
    as_mara.post(at(other, "import_columns"), {"next": 1, "c0": "source_id", "c1": "name"})
    page = as_mara.get(at(other, "import_rules")).context["form"]
    assert page["source"].value() == ""
    answer = as_mara.post(at(other, "import_rules"), {"permission": "none yet"})
    assert answer.status_code == 422


def test_the_ids_of_a_known_program_s_file_are_said_to_be_its(as_mara):
    rows = b"Record ID,First Name,Last Name,Email\n7,Ada,Berg,ada@example.com\n"
    upload = bring(as_mara, rows)
    columns = {"c0": "source_id", "c1": "first_name", "c2": "last_name", "c3": "email"}
    as_mara.post(at(upload, "import_columns"), {"next": 1, **columns})
    assert as_mara.get(at(upload, "import_rules")).context["form"]["source"].value() == "hubspot"


def novel_is_new(client):
    """A file in which that was said is imported."""
    upload = checked(client, bring(client, PEOPLE), **COLUMNS)
    client.post(at(upload, "import_repairs"), {"group": 1, "how": "value", "means0": "new"})
    upload.refresh_from_db()
    imported(client, upload)


def test_what_a_value_meant_is_remembered_for_files_of_the_same_columns(as_mara):
    novel_is_new(as_mara)
    other = b"Name,E-Mail,Kind\nDi,di@example.com,novel\n"
    again = checked(as_mara, bring(as_mara, other), **COLUMNS)
    assert again.told["counts"]["errors"] == 0
    assert "as last time" in as_mara.get(at(again, "import_preview")).content.decode()
    as_mara.post(at(again, "import_repair_undo", again.repairs[0]["id"]))
    again.refresh_from_db()
    assert (again.repairs, again.told["counts"]["errors"]) == ([], 1)


def test_what_a_column_s_values_meant_is_not_said_of_another_column(as_mara):
    novel_is_new(as_mara)
    other = checked(as_mara, bring(as_mara, PEOPLE), c0="name", c1="email", c2="words")
    assert other.repairs == []
