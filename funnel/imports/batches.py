"""How far an import came, and that only one process at a time works on it."""

import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from django.db import connection
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.imports.rows import Outcome
from funnel.models import Batch
from funnel.refusal import Refusal

REMARKS_KEPT = 200
PATIENCE = 2  # seconds: what PostgreSQL needs to notice that a killed process is gone


class Busy(Refusal):
    """Another process is at this very import."""


@dataclass
class Counts:
    """What became of the rows; `flagged` are among the others."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    errors: int = 0
    flagged: int = 0

    @property
    def rows(self):
        return self.created + self.updated + self.unchanged + self.skipped + self.errors

    def plus(self, rows):
        total = Counts(**asdict(self))
        for row in rows:
            name = Outcome(row.outcome).value
            setattr(total, name, getattr(total, name) + 1)
            total.flagged += row.flagged and row.outcome != Outcome.ERROR
        return total

    def as_dict(self):
        return {"rows": self.rows, **asdict(self)}


@contextmanager
def alone(fingerprint):
    """Hold the import of one file with one mapping. Refusal while another process holds it."""
    key = int.from_bytes(bytes.fromhex(fingerprint)[:8], signed=True)
    if not _locked(key):
        raise Busy(_("This file is being imported by another process."))
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [key])


def _locked(key):
    until = time.monotonic() + PATIENCE
    while True:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
            if cursor.fetchone()[0]:
                return True
        if time.monotonic() > until:
            return False
        time.sleep(0.1)


def begun(plan, by):
    """The batch that stopped half-way through this very import, else a new one."""
    batch = Batch.objects.filter(fingerprint=plan.fingerprint, finished_at=None).first()
    return batch or Batch.objects.create(
        kind=plan.importer.kind,
        source=plan.mapping.source,
        file_name=plan.shape.name[:255],
        fingerprint=plan.fingerprint,
        by=by,
    )


def noted(batch, rows):
    """The batch has come `rows` further."""
    counts = Counts(**batch.counts).plus(rows)
    kept = [row for row in rows if row.outcome != Outcome.ERROR]
    told = [[row.number, remark] for row in kept for remark in row.remarks]
    remarks = [*batch.remarks, *told][:REMARKS_KEPT]
    Batch.objects.filter(pk=batch.pk).update(
        counts=asdict(counts), rows_done=counts.rows, remarks=remarks
    )


def finish(batch):
    batch.finished_at = now()
    batch.save(update_fields=["finished_at"])
