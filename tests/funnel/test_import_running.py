"""An import finishes, or goes on where it stopped, with an account of every row."""

import pytest

from funnel.imports import running
from funnel.imports.cells import clean, inert
from funnel.imports.mapping import Mapping
from funnel.imports.plan import fit
from funnel.imports.registry import importer_of
from funnel.imports.shape import shape_of
from funnel.models import Batch, ImportedRow, ImportProblem
from leads.models import Channel, Lead, LeadStep, Person, Touchpoint
from tests.files import a_file, counts, imported, refused, said, somebody_at, table
from tests.story import ago

pytestmark = pytest.mark.django_db
MIXED = """name,email,captured_at
Ada,ada@example.com,2026-01-05

Bo,not an address,2026-01-06
Cy,cy@example.com,2026-13-06
,,
Di,di@example.com,2026-01-07,too,many
Ed,ada@example.com,2026-01-08
"""


class Killed(BaseException):
    """As if the process had been killed between two chunks."""


def people_file(folder, rows):
    lines = [f"Person {n},p{n}@example.com" for n in range(rows)]
    return a_file(folder, "\n".join(["name,email", *lines]))


def plan_of(path):
    return fit(importer_of("leads"), Mapping(), shape_of(path), "UTC", ago())


def killed_after(rows, path):
    def progress(done):
        if done >= rows:
            raise Killed

    with pytest.raises(Killed):
        running.run(plan_of(path), progress=progress)


@pytest.fixture
def short_chunks(monkeypatch):
    monkeypatch.setattr(running, "CHUNK_ROWS", 10)


def test_every_row_is_accounted_for(tmp_path):
    found = imported("leads", a_file(tmp_path, MIXED))
    assert found == counts(created=1, updated=1, skipped=2, errors=3)


def test_the_same_file_twice_is_the_file_once(tmp_path):
    path = a_file(tmp_path, MIXED)
    imported("leads", path)
    assert imported("leads", path) == counts(unchanged=2, skipped=2, errors=3)
    assert (Lead.objects.count(), Touchpoint.objects.count()) == (1, 2)


def test_a_dry_run_counts_the_same_and_changes_nothing(tmp_path):
    path = a_file(tmp_path, MIXED.replace("name", "channel,name").replace("Ada", "fair,Ada"))
    models = [Batch, ImportedRow, ImportProblem, Person, Lead, LeadStep, Touchpoint, Channel]
    dry = imported("leads", path, "--dry-run")
    assert [model.objects.count() for model in models] == [0] * len(models)
    assert dry == imported("leads", path)


def test_an_import_that_was_stopped_goes_on_where_it_stopped(tmp_path, short_chunks):
    path = people_file(tmp_path, 25)
    killed_after(20, path)
    assert "Went on after row 20" in (told := said("leads", path))
    assert "25 rows: 25 created" in told
    assert (Lead.objects.count(), LeadStep.objects.count()) == (25, 25)
    assert imported("leads", path) == counts(unchanged=25)


def test_a_file_that_was_changed_meanwhile_begins_anew(tmp_path, short_chunks):
    path = people_file(tmp_path, 25)
    killed_after(20, path)
    path.write_text(path.read_text() + "\nZoe,zoe@example.com")
    assert imported("leads", path) == counts(created=6, unchanged=20)


def test_one_process_imports_a_file_and_the_other_says_so(tmp_path):
    path = people_file(tmp_path, 2)
    with somebody_at(plan_of(path).fingerprint):
        assert "being imported by another process" in refused("leads", path)
    assert imported("leads", path) == counts(created=2)


def test_refused_rows_are_in_a_file_beside_their_columns(tmp_path):
    errors = tmp_path / "errors.csv"
    imported("leads", a_file(tmp_path, MIXED), "--errors", errors)
    rows = table(errors)
    assert [(row["row"], row["column"], row["value"]) for row in rows] == [
        ("4", "email", "not an address"),
        ("5", "captured_at", "2026-13-06"),
        ("7", "", ""),
    ]
    assert rows[0]["reason"] == "not an address is not an e-mail address."
    assert rows[1]["hint"].startswith("Write it as YYYY-MM-DD") and rows[1]["name"] == "Cy"


def test_the_repaired_file_of_errors_adds_exactly_those_rows(tmp_path):
    errors = tmp_path / "errors.csv"
    imported("leads", a_file(tmp_path, MIXED), "--errors", errors)
    repaired = errors.read_text().replace(",not an address,", ",bo@example.com,")
    repaired = repaired.replace("Cy,cy@example.com,2026-13-06", "Cy,cy@example.com,2026-01-06")
    found = imported("leads", a_file(tmp_path, repaired), "--errors", tmp_path / "more.csv")
    assert found == counts(created=2, errors=1)
    assert [row["row"] for row in table(tmp_path / "more.csv")] == ["4"]


def test_errors_before_and_after_a_stop_are_in_one_file(tmp_path, short_chunks):
    lines = ["name,email"] + [f"P{n},{'bad' if n % 8 == 0 else f'p{n}@x.org'}" for n in range(25)]
    path, errors = a_file(tmp_path, "\n".join(lines)), tmp_path / "errors.csv"
    killed_after(10, path)
    assert imported("leads", path, "--errors", errors) == counts(created=21, errors=4)
    assert [row["row"] for row in table(errors)] == ["2", "10", "18", "26"]


def test_the_errors_never_overwrite_the_file_itself(tmp_path):
    path = a_file(tmp_path, MIXED)
    assert "overwrite the file itself" in refused("leads", path, "--errors", path)
    assert "cannot be written" in refused("leads", path, "--errors", tmp_path / "no" / "e.csv")
    assert not Lead.objects.exists()


@pytest.mark.parametrize("cell", ["=1+1", "+49 30 1", "-2", "@x", "'=x", "plain", "'"])
def test_no_cell_of_the_errors_runs_in_a_spreadsheet(cell):
    written = inert(cell)
    assert written[0] not in "=+-@"
    assert clean(written) == clean(cell)
