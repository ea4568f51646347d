"""Where a subject stands once steps were taken away through the door of mending."""

from django.db import connection

RETRACE = """
UPDATE {subject} s SET stage = l.to_stage, stage_since = l.at
FROM (
    SELECT DISTINCT ON ({key}) {key} AS pk, to_stage, at FROM {step}
    WHERE {key} = ANY(%s) ORDER BY {key}, id DESC
) l
WHERE s.id = l.pk AND (s.stage, s.stage_since) IS DISTINCT FROM (l.to_stage, l.at)
"""


def retrace(model, keys):
    """Those of `keys` that still have steps are where the last of them took them."""
    steps = model._meta.get_field("steps")
    statement = RETRACE.format(
        subject=model._meta.db_table,
        step=steps.related_model._meta.db_table,
        key=steps.remote_field.column,
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(keys)])
