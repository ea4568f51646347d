"""Whose each match key is while a set of people is worked through."""

from funnel.sets import insert
from leads.people.models import MatchKey


class Held:
    """`before` is {key: person} as the database has it, `now` as the set makes it.

    One object per person, so that `is` tells whether two are one.
    """

    def __init__(self, before):
        self.before, self.now, self.taken = before, dict(before), {}

    @classmethod
    def of(cls, keys):
        """Of those keys that somebody has; a merged person's are who they are now."""
        rows = MatchKey.objects.select_related("person__company").filter(
            kind__in={kind for kind, _value in keys}, value__in={value for _kind, value in keys}
        )
        people, found = {}, {}
        for row in rows:
            standing = row.person.standing
            found[(row.kind, row.value)] = people.setdefault(standing.pk, standing)
        return cls({key: person for key, person in found.items() if key in keys})

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
        insert(
            MatchKey(person=person, kind=kind, value=value, batch=batch)
            for (kind, value), person in self.now.items()
            if (kind, value) in self.taken or (kind, value) not in self.before
        )
