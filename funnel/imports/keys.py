"""The keys of imported rows: taken before a row is written, so that no row is made twice."""

from django.db import connection

from funnel.models import ImportedRow

CLAIM = """
INSERT INTO funnel_importedrow (kind, source, key, digest, batch_id)
SELECT %(kind)s, a.source, a.key, '', %(batch)s
FROM unnest(%(sources)s::text[], %(keys)s::text[]) AS a(source, key)
ORDER BY a.source, a.key
ON CONFLICT (kind, source, key) DO NOTHING
RETURNING source, key
"""
KNOWN = """
SELECT i.source, i.key, i.made, i.digest
FROM funnel_importedrow i
JOIN unnest(%(sources)s::text[], %(keys)s::text[]) AS a(source, key)
  ON i.source = a.source AND i.key = a.key
WHERE i.kind = %(kind)s
"""
SETTLE = """
UPDATE funnel_importedrow i SET made = a.made, digest = a.digest,
  said_by_id = CASE WHEN i.batch_id <> %(batch)s THEN %(batch)s::bigint END
FROM unnest(%(sources)s::text[], %(keys)s::text[], %(mades)s::bigint[], %(digests)s::text[])
  AS a(source, key, made, digest)
WHERE i.kind = %(kind)s AND i.source = a.source AND i.key = a.key
"""


def claim(kind, keys, batch):
    """Take the (source, key) pairs that nobody has; {pair: (made, digest)} of the others.

    Where another import is just taking one of them, this waits until it has ended.
    """
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, _values(kind, keys, batch=batch.pk))
        taken = set(cursor.fetchall())
        others = [pair for pair in keys if pair not in taken]
        if not others:
            return {}
        cursor.execute(KNOWN, _values(kind, others))
        return {(source, key): known for source, key, *known in cursor.fetchall()}


def settle(kind, made, batch):
    """Remember what was made by an import: {(source, key): (made, digest)}."""
    if made:
        values = _values(kind, made, batch=batch.pk)
        values["mades"], values["digests"] = map(list, zip(*made.values(), strict=True))
        with connection.cursor() as cursor:
            cursor.execute(SETTLE, values)


def release(kind, keys):
    """Give back what was claimed for rows that could not be imported."""
    by_source = {}
    for source, key in keys:
        by_source.setdefault(source, []).append(key)
    for source, those in by_source.items():
        ImportedRow.objects.filter(kind=kind, source=source, key__in=those, made=None).delete()


def record_of(kind, source, keys):
    """{key: what was made of it} of the rows of a source that are here."""
    rows = ImportedRow.objects.filter(kind=kind, source=source, key__in=list(keys))
    return dict(rows.exclude(made=None).values_list("key", "made"))


def _values(kind, pairs, **more):
    sources, keys = [source for source, _key in pairs], [key for _source, key in pairs]
    return {"kind": kind, "sources": sources, "keys": keys, **more}
