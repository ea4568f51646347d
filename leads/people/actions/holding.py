"""Whose each match key is while a set of people is worked through."""

from django.db import connection

from funnel.sets import insert_values
from leads.people.models import MatchKey, Person

HELD = """
SELECT k.person_id, k.kind, k.value FROM leads_matchkey k
JOIN unnest(%s::text[], %s::text[]) AS a(kind, value) ON k.kind = a.kind AND k.value = a.value
"""


class Held:
    """`before` is {key: person} as the database has it, `now` as the set makes it.

    One object per person, so that `is` tells whether two are one.
    """

    def __init__(self, before):
        self.before, self.now, self.taken = before, dict(before), {}

    @classmethod
    def of(cls, keys):
        """Of those keys that somebody has; a merged person's are who they are now."""
        columns = [list(column) for column in zip(*keys, strict=True)] or [[], []]
        with connection.cursor() as cursor:
            cursor.execute(HELD, columns)
            held = cursor.fetchall()
        people = Person.objects.select_related("company").in_bulk({pk for pk, *_key in held})
        found, whole = {}, {}
        for pk, *key in held:
            standing = people[pk].standing
            found[tuple(key)] = whole.setdefault(standing.pk, standing)
        return cls(found)

    def holder(self, keys):
        """Who has the strongest of the keys that somebody has; None where nobody has any."""
        return next((self.now[key] for key in keys if key in self.now), None)

    def give(self, person, keys):
        """Those of the keys that nobody has are theirs."""
        for key in keys:
            self.now.setdefault(key, person)

    def take(self, person, key):
        """A key is theirs no more, where it was."""
        if key and self.now.get(key, person) is person:
            self.now.pop(key, None)
            self.taken[key] = person

    def write(self, batch=None):
        """Once all people have their own keys: delete what was taken, insert what was given."""
        lost = {(person.pk, *key) for key, person in self.taken.items() if person.pk}
        if lost:
            rows = MatchKey.objects.filter(
                person__in={pk for pk, _kind, _value in lost},
                value__in={value for _pk, _kind, value in lost},
            )
            gone = [row.pk for row in rows if (row.person_id, row.kind, row.value) in lost]
            MatchKey.objects.filter(pk__in=gone).delete()
        given = [
            {"person_id": person.pk, "kind": key[0], "value": key[1], "batch": batch}
            for key, person in self.now.items()
            if key in self.taken or key not in self.before
        ]
        insert_values(MatchKey, given, keys=False)
