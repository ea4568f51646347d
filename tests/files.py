"""Files to import, and the commands that import them."""

import csv
import json
import threading
from contextlib import contextmanager
from io import StringIO
from itertools import count

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils.timezone import now

from funnel.imports.batches import alone
from funnel.imports.mapping import Mapping
from funnel.imports.plan import fit
from funnel.imports.registry import importer_of
from funnel.imports.running import run
from funnel.imports.shape import shape_of

_names = count(1)


@contextmanager
def somebody_at(fingerprint):
    """Another process holds the import with this fingerprint, until the block ends."""
    held, done = threading.Event(), threading.Event()

    def hold():
        with alone(fingerprint):
            held.set()
            done.wait(20)
        connection.close()

    other = threading.Thread(target=hold)
    other.start()
    held.wait(20)
    yield
    done.set()
    other.join()


def told(path, kind="people", **mapping):
    """What the rows of a file say in a preview that they change."""
    rows, importer = [], importer_of(kind)
    plan = fit(importer, Mapping(source="crm", **mapping), shape_of(path), "UTC", now())
    run(plan, dry_run=True, seen=rows.extend)
    return [change for row in rows for change in row.changes]


def a_file(folder, text, *, encoding="utf-8"):
    path = folder / f"rows{next(_names)}.csv"
    path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
    return path


def imported(kind, path, *arguments):
    """What the command counts."""
    return json.loads(said(kind, path, *arguments, "--format", "json"))


def said(kind, path, *arguments):
    out = StringIO()
    call_command(f"import_{kind}", str(path), *map(str, arguments), stdout=out)
    return out.getvalue()


def refused(kind, path, *arguments):
    """The one line that says why nothing was imported."""
    with pytest.raises(CommandError) as error:
        said(kind, path, *arguments)
    assert "\n" not in str(error.value)
    return str(error.value)


def table(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def counts(**some):
    """All counts of an import, those that are not named 0."""
    names = ("created", "updated", "unchanged", "skipped", "errors")
    rows = sum(some.get(name, 0) for name in names)
    return {"rows": rows, **dict.fromkeys([*names, "flagged"], 0), **some}
