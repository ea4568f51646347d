"""Many rows of one table, written at once."""

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


def insert_values(model, rows):
    """Write dicts {field's name: value} as `insert` does their rows, and several times faster, as
    none is made; returns the keys. What a dict leaves out has its field's default."""
    keys = []
    for first in range(0, len(rows), PER_STATEMENT):
        some = rows[first : first + PER_STATEMENT]
        keys += _written(model._meta, lambda field, some=some: _column(field, some))
    return keys


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
    keys = _written(rows[0]._meta, lambda field: [vars(row)[field.attname] for row in rows])
    for row, key in zip(rows, keys, strict=True):
        row.pk = key
        row._state.adding, row._state.db = False, connection.alias


def _written(model, column):
    """The keys of rows of which `column` tells the values by field."""
    fields = [field for field in model.concrete_fields if not field.primary_key]
    if any(isinstance(field, JSONField) for field in fields):
        raise TypeError(f"{model.label} holds JSON")
    told = [column(field) for field in fields]
    varied = [n for n, values in enumerate(told) if not n or values.count(values[0]) < len(values)]
    statement = INSERT.format(
        table=model.db_table,
        columns=", ".join(f'"{field.column}"' for field in fields),
        values=", ".join(
            f"a.c{n}" if n in varied else f"%s::{_type(field)}" for n, field in enumerate(fields)
        ),
        arrays=", ".join(f"%s::{_type(fields[n])}[]" for n in varied),
        names=", ".join(f"c{n}" for n in varied),
        key=model.pk.column,
    )
    alike = [values[0] for n, values in enumerate(told) if n not in varied]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*alike, *(told[n] for n in varied)])
        return [key for (key,) in cursor.fetchall()]


def _column(field, rows):
    name, default = field.name, field.get_default()
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


INSERT = (  # what all rows say alike is said once
    "INSERT INTO {table} ({columns}) SELECT {values} FROM unnest({arrays}) a({names}) "
    "RETURNING {key}"
)
UPDATE = "UPDATE {table} t SET {sets} FROM unnest({arrays}) a({columns}) WHERE t.{key} = a.{key}"


def _type(field):
    """The column's type without its length, so that too long a value is refused, not cut."""
    return field.db_type(connection).split("(")[0]
