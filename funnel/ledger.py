"""The one door: every stage of every noun changes here, for a row and for a set of rows.

A stage is a cache of the last step; only `move`, `move_many`, funnel.birth and funnel.retracing
write either.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.utils.timezone import now

from funnel.models import Batch
from funnel.race import lost_race
from funnel.steps import recorded
from funnel.verdicts import check_time, why


@transaction.atomic
def move(subject, to, *, by, at=None, reason=None, words="", until=None, batch=None):
    """Take `subject` to stage `to` and write the step. Returns the step.

    Returns None if the same person already took it there, so a caller may retry; where someone
    else did, or went elsewhere first, raises LostRace, which names them. Refusal for an illegal
    move, a missing reason, a time before the last step or one to come. `batch`: see `move_many`.
    """
    stage, since, sample = _lock(subject)
    if _already_there(subject, stage, to, by):
        remember(subject, stage, since)
        return None
    at = at or now()
    subject.machine.check(stage, to, reason)
    check_time(at, since)
    if reason:
        reason.check_answered(words, until)
    step = _step(
        subject,
        from_stage=stage,
        to_stage=to,
        at=at,
        recorded_at=recorded(at, sample=sample),
        by=by,
        reason=reason.key if reason else "",
        side=reason.side if reason else "",
        words=words,
        sample=sample,
        batch=batch,
    )
    remember(subject, to, at)
    return step


@dataclass(frozen=True)
class Asked:
    """One row of a set that is to be moved. `by` is a user's key; None is the system itself."""

    pk: int
    at: datetime
    by: int | None = None
    time_known: bool = True
    reason: str = ""
    side: str = ""
    words: str = ""
    flag: str = ""


@transaction.atomic
def move_many(model, asked: list[Asked], to, *, batch: Batch | None = None, held=()):
    """Take a set of rows of `model` to stage `to`, in two statements, by the rules of `move`.

    Returns {pk: why} of the rows that were refused or already there; all others have moved.
    `held` are those of the rows that the caller has in memory; they are told.
    An import (`batch`) may write a step earlier than the one before it; the step is flagged.
    """
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(*_locking(model, asked))
        cursor.execute(_moving(model), _values(model, asked, to, batch))
        refused = cursor.fetchall()
    _tell(held, to, asked, {pk for pk, _stage, _verdict in refused})
    return {pk: why(verdict, model, stage, to) for pk, stage, verdict in refused}


def _lock(subject):
    """Its stage, since when, and whether it is of the sample; nobody else moves it meanwhile."""
    with connection.cursor() as cursor:
        where = {"subject": subject._meta.db_table, "elsewhere": subject.elsewhere}
        cursor.execute(LOCK.format(**where), [subject.pk])
        found = cursor.fetchone()
    if found is None:
        raise subject.DoesNotExist
    *held, elsewhere = found
    if elsewhere:
        raise subject.counts_elsewhere()
    return held


def _already_there(subject, stage, to, by):
    """Whether `by` took it there before. LostRace where somebody else made `to` impossible."""
    if not stage or subject.machine.allows(stage, to):
        return False
    last = subject.steps.select_related("by").order_by("id").last()
    if last and last.by != by:  # what was kept of a removed sample has none
        raise lost_race(subject, last)
    return stage == to


def _step(subject, **written):
    step = subject.steps.model(**{subject.steps.field.name: subject}, **written)
    step.save(force_insert=True)
    moving = MOVE.format(subject=subject._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(moving, [step.to_stage, step.at, subject.pk])
    return step


def remember(subject, stage, since):
    """What the caller has in memory is told what was written."""
    subject.stage, subject.stage_since = stage, since


def _tell(held, to, asked, refused):
    times = {each.pk: each.at for each in asked if each.pk not in refused}
    for subject in held:
        if subject.pk in times:
            remember(subject, to, times[subject.pk])


def _values(model, asked, to, batch):
    columns = {name: [getattr(each, name) for each in asked] for name in Asked.__annotations__}
    return {
        **columns,
        "to": str(to),
        "before": [str(stage) for stage in model.machine.before(to)],
        "explained": to in model.machine.explained,
        "batch": batch and batch.pk,
        "now": now(),
    }


def _locking(model, asked):
    keys = [each.pk for each in asked]
    return LOCK_MANY.format(subject=model._meta.db_table), [keys]


def _moving(model):
    steps = model._meta.get_field("steps")
    return MOVE_MANY.format(
        subject=model._meta.db_table,
        step=steps.related_model._meta.db_table,
        key=steps.remote_field.column,
        elsewhere=model.elsewhere,
    )


LOCK = "SELECT stage, stage_since, sample, {elsewhere} FROM {subject} WHERE id = %s FOR UPDATE"
LOCK_MANY = "SELECT id FROM {subject} WHERE id = ANY(%s) ORDER BY id FOR UPDATE"
MOVE = "UPDATE {subject} SET stage = %s, stage_since = %s WHERE id = %s"
MOVE_MANY = """
WITH asked AS (
    SELECT * FROM unnest(
        %(pk)s::bigint[], %(at)s::timestamptz[], %(by)s::bigint[], %(time_known)s::boolean[],
        %(reason)s::text[], %(side)s::text[], %(words)s::text[], %(flag)s::text[]
    ) AS a(pk, at, by_id, time_known, reason, side, words, flag)
), judged AS (
    SELECT a.*, s.stage, s.sample, a.at < s.stage_since AS early, CASE
        WHEN {elsewhere} IS NOT NULL THEN 'elsewhere'
        WHEN s.stage = %(to)s THEN 'there'
        WHEN s.stage <> ALL(%(before)s::text[]) THEN 'illegal'
        WHEN %(explained)s AND a.reason = '' THEN 'reason'
        WHEN a.at < s.stage_since AND %(batch)s::bigint IS NULL THEN 'early'
        WHEN a.at > %(now)s THEN 'future'
        ELSE '' END AS verdict
    FROM asked a JOIN {subject} s ON s.id = a.pk
), stepped AS (
    INSERT INTO {step} ({key}, from_stage, to_stage, at, recorded_at, by_id, time_known,
                        reason, side, words, flag, sample, batch_id)
    SELECT pk, stage, %(to)s, at, CASE WHEN sample THEN at ELSE %(now)s END, by_id, time_known,
           reason, side, words,
           CASE WHEN flag = '' AND early THEN 'earlier than the step before it' ELSE flag END,
           sample, %(batch)s
    FROM judged WHERE verdict = ''
), moved AS (
    UPDATE {subject} s SET stage = %(to)s, stage_since = j.at
    FROM judged j WHERE s.id = j.pk AND j.verdict = ''
)
SELECT pk, stage, verdict FROM judged WHERE verdict <> ''
"""
