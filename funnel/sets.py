"""Many rows of one table, written at once."""

from datetime import date
from functools import partial
from io import StringIO

from django.db import connection
from django.db.models import JSONField

PER_STATEMENT = 2000


def insert(rows):
    """Write new rows of one model as `bulk_create` does, several times faster; returns them.

    For plain fields: no JSON, no defaults that the database computes.
    """
    rows = list(rows)
    for first in range(0, len(rows), PER_STATEMENT):
        _insert(rows[first : first + PER_STATEMENT])
    return rows


def insert_values(model, rows, *, keys=True):
    """Write dicts {field's name: value} as `insert` does their rows, and several times faster, as
    none is made; returns the keys. What a dict leaves out has its field's default; a relation is
    told as a row, or in all dicts by its column's name as a key. Without `keys` it returns none,
    and the database gives them out by itself."""
    written = []
    for first in range(0, len(rows), PER_STATEMENT):
        some = rows[first : first + PER_STATEMENT]
        column = partial(_column, rows=some)
        written += _written(model._meta, column, model._meta.pk if keys else None)
    return written


def update(rows, names):
    """Write the fields `names` of rows that are here as `bulk_update` does, in time that grows
    with their number and not with its square. For plain fields, as above."""
    rows = list(rows)
    for first in range(0, len(rows), PER_STATEMENT):
        _update(rows[first : first + PER_STATEMENT], names)


def count_anew():
    """After many rows PostgreSQL learns at once how much there is; by itself it takes a slow
    minute, and plans as for empty tables until then."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _insert(rows):
    model, told = rows[0]._meta, [vars(row) for row in rows]
    keys = _written(model, lambda field: [each[field.attname] for each in told], model.pk)
    for row, key in zip(rows, keys, strict=True):
        row.pk = key
        row._state.adding, row._state.db = False, connection.alias


def _written(model, column, key):
    """The keys of rows of which `column` tells the values by field; none without a `key`. COPY,
    as an INSERT of so many values takes several times as long to be read as to be done."""
    fields = [field for field in model.concrete_fields if not field.primary_key]
    if any(isinstance(field, JSONField) for field in fields):
        raise TypeError(f"{model.label} holds JSON")
    told = [column(field) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(KEYS, [key and len(told[0]), model.db_table, model.pk.column])
        keys = [key for (key,) in cursor.fetchall()]
        texts = [*([map(str, keys)] if key else []), *map(_texts, told)]
        lines = "\n".join(map("\t".join, zip(*texts, strict=True)))
        names = ", ".join(f'"{field.column}"' for field in ([key] if key else []) + fields)
        with connection.wrap_database_errors:
            cursor.copy_expert(f"COPY {model.db_table} ({names}) FROM STDIN", StringIO(lines))
    return keys


def _texts(values):
    """The values of a column as COPY reads them; mostly all rows say the same."""
    first = values[0]
    if values.count(first) == len(values):
        return [_text(first)] * len(values)
    return map(_text, values)


def _text(value):
    if value is None:
        return r"\N"
    if isinstance(value, str):
        if "\0" in value:
            raise ValueError("A text cannot hold U+0000.")
        return value.translate(ESCAPED)
    return value.isoformat() if isinstance(value, date) else str(value)


def _column(field, rows):
    name, default = field.name, field.get_default()
    if field.is_relation and field.attname in rows[0]:
        return [row[field.attname] for row in rows]
    if field.is_relation:
        return [each and each.pk for each in (row.get(name) for row in rows)]
    return [row.get(name, default) for row in rows]


def _update(rows, names):
    model = rows[0]._meta
    fields = [model.pk, *map(model.get_field, names)]
    statement = UPDATE.format(
        table=model.db_table,
        key=model.pk.column,
        sets=", ".join(f'"{field.column}" = a."{field.column}"' for field in fields[1:]),
        arrays=", ".join(f"%s::{_type(field)}[]" for field in fields),
        columns=", ".join(f'"{field.column}"' for field in fields),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [[vars(row)[field.attname] for row in rows] for field in fields])


KEYS = (  # begins with WITH, as the history's context goes with whatever does not SELECT
    "WITH rows AS (SELECT generate_series(1, COALESCE(%s, 0))) "
    "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM rows"
)
ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
UPDATE = "UPDATE {table} t SET {sets} FROM unnest({arrays}) a({columns}) WHERE t.{key} = a.{key}"


def _type(field):
    """The column's type without its length, so that too long a value is refused, not cut."""
    return field.db_type(connection).split("(")[0]
