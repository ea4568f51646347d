"""Fields that an import filled in on records that were here are what they were before, where
nobody changed them since. What was remembered of the records tells it."""

from django.db import connection
from pghistory.models import Context

from funnel.imports.traces import has_batch

CHANGED = """
SELECT s.pk, {firsts}
FROM (
    SELECT t.id AS pk, e.pgh_id, e.pgh_context_id = ANY(%(contexts)s::uuid[]) IS TRUE AS ours,
           ROW({was}) AS was, {columns},
           CASE WHEN lead(e.pgh_id) OVER later IS NULL THEN ROW({is}) ELSE ROW({next}) END AS became
    FROM {events} e JOIN {table} t ON t.id = e.pgh_obj_id
    WHERE e.pgh_label = 'update' AND e.pgh_obj_id IN (
        SELECT pgh_obj_id FROM {events} WHERE pgh_context_id = ANY(%(contexts)s::uuid[])
    ) AND NOT EXISTS (SELECT FROM unnest(%(stays)s::bigint[]) AS k(kept) WHERE k.kept = t.id)
    AND (e.pgh_context_id = ANY(%(settled)s::uuid[])) IS NOT TRUE
    {others}
    WINDOW later AS (PARTITION BY t.id ORDER BY e.pgh_id)
) s
WHERE s.was IS DISTINCT FROM s.became
GROUP BY s.pk
HAVING min(s.pgh_id) FILTER (WHERE s.ours) > coalesce(max(s.pgh_id) FILTER (WHERE NOT s.ours), 0)
"""


def contexts_of(batch):
    """The keys of the contexts in which the batch wrote."""
    return list(Context.objects.filter(metadata__batch=batch.pk).values_list("pk", flat=True))


def to_take_back(made, stays):
    """How many fields would be taken back on records of one model; those that are one only whole
    count once."""
    return sum(
        _run(f"SELECT count(*) FROM ({changed}) c", made.model, stays).pop()
        for fields, changed in _changed(made)
    )


def take_back(made, stays):
    """Write what the fields were; returns how many."""
    total = 0
    for fields, changed in _changed(made):
        sets = ", ".join(f'"{column}" = c."{column}"' for column in fields)
        table = made.model._meta.db_table
        update = f"WITH c AS ({changed}), done AS (UPDATE {table} t SET {sets} FROM c"
        update += " WHERE c.pk = t.id RETURNING 1) SELECT count(*) FROM done"
        total += _run(update, made.model, stays).pop()
    return total


def _run(statement, model, stays):
    values = {
        "contexts": stays.contexts,
        "settled": stays.settled,
        "stays": stays.of(model),
        "batch": stays.batch.pk,
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchone())


def _changed(made):
    """(columns, the SELECT of the records on which the import changed them and nobody did since)"""
    model = made.model
    events = model.pgh_event_model._meta
    kept = {field.column for field in events.concrete_fields}
    columns = [
        f.column for f in model._meta.concrete_fields if f.column in kept and f.column != "id"
    ]
    alone = [(column,) for column in columns if column not in made.whole]
    for fields in [*alone, made.whole] if made.whole else alone:
        yield (
            fields,
            CHANGED.format(
                table=model._meta.db_table,
                events=events.db_table,
                others="AND t.batch_id IS DISTINCT FROM %(batch)s" if has_batch(model) else "",
                firsts=", ".join(
                    f'(array_agg(s."{c}" ORDER BY s.pgh_id) FILTER (WHERE s.ours))[1] AS "{c}"'
                    for c in fields
                ),
                columns=", ".join(f'e."{c}"' for c in fields),
                was=", ".join(f'e."{c}"' for c in fields),
                **{"is": ", ".join(f't."{c}"' for c in fields)},
                next=", ".join(f'lead(e."{c}") OVER later' for c in fields),
            ),
        )
