"""Many rows of a noun are born: each is written at its first stage, with the step that took it
there, and not moved there afterwards."""

from django.db import transaction

from funnel.ledger import Asked, remember
from funnel.models import Batch
from funnel.sets import insert, insert_values
from funnel.steps import recorded
from funnel.verdicts import check_time


@transaction.atomic
def bear_many(rows, asked: list[Asked], to, *, batch: Batch | None = None):
    """Write new rows of one noun with their first steps, which take them to stage `to`.

    `asked` goes with the rows one by one; its `pk` is not looked at. Refusal, and nothing is
    written, where nothing begins at `to` or one of them lies in the future.
    """
    for row, each in zip(rows, asked, strict=True):
        row.machine.check("", to, None)
        check_time(each.at, None)
        remember(row, to, each.at)
    insert(rows)
    if rows:
        steps = rows[0].steps
        first = [_first_step(steps.field, row, asked[n], to, batch) for n, row in enumerate(rows)]
        insert_values(steps.model, first, keys=False)


def _first_step(subject, row, asked, to, batch):
    return {
        subject.attname: row.pk,
        "to_stage": to,
        "at": asked.at,
        "recorded_at": recorded(asked.at, sample=row.sample),
        "by_id": asked.by,
        "time_known": asked.time_known,
        "sample": row.sample,
        "batch_id": batch and batch.pk,
    }
