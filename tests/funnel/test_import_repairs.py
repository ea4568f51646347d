"""A repair mends the rows of its group, and no bad cell loses its row."""

import pytest

from leads.models import Lead
from tests.funnel.wizard import at, bring, checked, imported

pytestmark = pytest.mark.django_db
DATED = b"name,captured_at\nAda,2026-04-03\nBo,soon\nCy,\nDi,2026-02-31\nEd,2026-04-03\n"
COLUMNS = {"c0": "name", "c1": "captured_at", "f_captured_at": "ISO"}


@pytest.fixture
def as_mara(client, mara):
    client.force_login(mara)
    return client


def repaired(client, upload, **said):
    client.post(at(upload, "import_repairs"), said)
    upload.refresh_from_db()
    return upload


def test_a_lead_without_a_readable_date_comes_in_with_its_time_not_known(as_mara):
    upload = checked(as_mara, bring(as_mara, DATED), **COLUMNS)
    assert [group["count"] for group in upload.told["groups"]] == [2, 1]
    page = as_mara.get(at(upload, "import_preview")).content.decode()
    assert page.count("Use the day of the import, time not known") == 2
    repaired(as_mara, upload, group=0, how="undated")
    assert upload.told["counts"]["errors"] == 0
    imported(as_mara, upload)
    known = {str(lead): lead.steps.get().time_known for lead in Lead.objects.all()}
    assert known == {"Ada": True, "Bo": False, "Cy": False, "Di": False, "Ed": True}
    assert Lead.objects.get(person__name="Bo").touchpoints.get().words == "captured_at: soon"


def test_a_date_can_be_said_for_what_is_none(as_mara):
    upload = checked(as_mara, bring(as_mara, DATED), **COLUMNS)
    assert 'name="means0"' in as_mara.get(at(upload, "import_preview")).content.decode()
    values = [value for value, _count in upload.told["groups"][0]["values"]]
    place = values.index("soon")
    repaired(as_mara, upload, group=0, how="value", **{f"means{place}": "2026-05-01"})
    assert upload.told["counts"]["created"] == 3


def test_importing_without_a_cell_holds_for_its_group_only(as_mara):
    rows = b"name,campaign\nAda,Nowhere\nBo,Nowhere\n"
    upload = checked(as_mara, bring(as_mara, rows), c0="name", c1="campaign")
    group = upload.told["groups"][0]
    repaired(as_mara, upload, group=0, how="drop")
    assert upload.repairs[0]["hint"] == group["hint"]
    assert upload.told["counts"]["created"] == 2


def test_what_a_repair_names_and_is_none_either_is_told_at_its_field(as_mara):
    rows = b"name,campaign\nAda,Nowhere\n"
    upload = checked(as_mara, bring(as_mara, rows), c0="name", c1="campaign")
    repaired(as_mara, upload, group=0, how="value", means0="Nonsense")
    page = as_mara.get(at(upload, "import_preview")).content.decode()
    assert "“Nonsense” cannot be it either." in page
