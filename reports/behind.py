"""The leads, deals and touches behind a figure of the funnel."""

from django.db import connection
from django.db.models.expressions import RawSQL

from deals.models import Deal
from leads.models import Lead, ReachEntry, Touchpoint
from reports.ladder import climb, stands
from reports.parts import REACHED, part
from reports.rungs import CLIMBED
from reports.sales_sourced import alone
from reports.totals import first_touches, reached_in


def leads_behind(question, rung, name=REACHED):
    """The ids of the leads in this part of `rung`, none of them twice."""
    where = part(rung, name) if question.is_cohort else stands(question, f"c.{rung.key}")
    return _ids(f"{climb(question)} SELECT id FROM climb c WHERE {where}", question)


def deals_behind(question, key):
    """The ids of the deals without a lead that reached the rung `key`."""
    return _ids(alone(question, key), question)


def reach_behind(question):
    return ReachEntry.objects.filter(pk__in=_ids(reached_in(question, "s.id"), question))


def touches_behind(question):
    """The first touch of each who came: one row per visitor."""
    return Touchpoint.objects.filter(pk__in=_ids(first_touches(question), question))


def climbs(question, ids):
    """{lead id: [(rung, its time or None, whether it counts)]} of these few leads."""
    statement = climb(question, among=" AND l.id = ANY(%(ids)s)") + " SELECT c.* FROM climb c"
    with connection.cursor() as cursor:
        cursor.execute(statement, {**question.values, "ids": list(ids)})
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
    return {row["id"]: [_step(row, rung, question) for rung in CLIMBED] for row in rows}


def _step(row, rung, question):
    at, own = row[rung.key], row[f"{rung.key}_own"]
    known = at is not None and own == at == row[f"{rung.key}_known"]
    counts = at is not None and (not question.is_cohort or at <= row["until"])
    return {"rung": rung, "at": at, "known": known, "imputed": own != at, "counts": counts}


def seen(model, ids, reader):
    """The rows of `model` (Lead or Deal) with these ids that `reader` may open, newest first."""
    order = {Lead: "-born_at", Deal: "-opened_at"}[model]
    these = RawSQL("SELECT unnest(%s::bigint[])", [ids])
    return model.objects.visible_to(reader).filter(pk__in=these).order_by(order, "-pk")


def _ids(statement, question):
    with connection.cursor() as cursor:
        cursor.execute(statement, question.values)
        return [row[0] for row in cursor.fetchall()]
