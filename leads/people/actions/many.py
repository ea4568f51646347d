"""The people of a set, such as the rows of a file, found or added together."""

from copy import copy
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.db.models.functions import Lower

from funnel.imports.policies import FILL, NEVER, OVERWRITE, lets
from funnel.sets import insert, update
from leads.people.actions.holding import Held
from leads.people.keys import email_key, keys_of, phone_key
from leads.people.models import Company, Person

RACES = 3  # a set is tried again when somebody else adds one of its people meanwhile
KEYS = {"email": email_key, "phone": phone_key}


@dataclass(frozen=True)
class Known:
    """What is known of one person of a set."""

    name: str = ""
    email: str = ""
    phone: str = ""
    company: str = ""
    own: tuple | None = None  # (source, id)
    person: Person | None = None  # who it is, where that is settled
    more: tuple = ()  # further match keys, of other addresses and numbers of theirs


@dataclass
class Found:
    """Who one of a set is, and what became of what was known of them."""

    person: Person
    added: bool
    changed: list = field(default_factory=list)  # (field, what it was, what it is) of who was here
    kept: list = field(default_factory=list)  # (field, what it is, what was known instead)
    conflict: tuple | None = None  # (field, whose it is): nothing of this one was written


def find_or_add_many(known: list[Known], *, sample=False, batch=None):
    """The people of a set, in its order, by the rules of `find_or_add`. Returns the people.

    `batch` is the import that they come from.
    """
    return [found.person for found in bring_many(known, sample=sample, batch=batch)]


def bring_many(known: list[Known], *, sample=False, batch=None, policies=None):
    """Find or add the people of a set. Returns a Found for each, in its order.

    `policies`: {field of Known: policy} for those that are here already, see
    `funnel.imports.policies`; what is not named is filled in where it is blank. Who would
    overwrite a key with one that somebody else has is a conflict, and nothing of them is written.
    """
    for _race in range(RACES):
        try:
            return _brought(known, sample, batch, policies or {})
        except IntegrityError:
            continue
    return _brought(known, sample, batch, policies or {})


@transaction.atomic
def _brought(known, sample, batch, policies):
    keys = [
        [*keys_of(email=each.email, phone=each.phone, own=each.own), *each.more] for each in known
    ]
    held = Held.of({key for row in keys for key in row})
    companies = _companies({each.company.strip()[:200] for each in known} - {""}, sample)
    found, settled = [], {person.pk: person for person in held.before.values()}
    for each, row in zip(known, keys, strict=True):
        person = each.person and settled.setdefault(each.person.pk, copy(each.person))
        person = person or held.holder(row)
        one = Found(person or Person(sample=sample, batch=batch), added=person is None)
        found.append(one)
        _say(one, _said(each, companies), policies, held)
        if not one.conflict:
            held.give(one.person, [key for key in row if one.added or _may_have(key, policies)])
    people = {id(one.person): one.person for one in found}.values()
    changed = {id(one.person): one.person for one in found if one.changed and one.person.pk}
    insert(person for person in people if person.pk is None)
    update(changed.values(), ["name", "email", "phone", "company"])
    held.write(batch)
    return found


def _said(each, companies):
    return {
        "name": each.name.strip()[:200],
        "email": each.email.strip(),
        "phone": each.phone.strip()[:40],
        "company": companies.get(each.company.strip()[:200].lower()),
    }


def _say(one, said, policies, held):
    """Take over what the policies allow; a conflict is found before anything is touched."""
    person, new = one.person, {}
    for name, value in said.items():
        was = getattr(person, name)
        if not value or _alike(name, was, value):
            continue
        policy = FILL if one.added else policies.get(name, FILL)
        if lets(policy, was):
            new[name] = value
        else:
            one.kept.append((name, was, value))
    one.conflict = next(
        ((name, holder) for name in new if (holder := _other(person, name, new, policies, held))),
        None,
    )
    for name, value in {} if one.conflict else new.items():
        was = getattr(person, name)
        if was and name in KEYS:
            held.take(person, KEYS[name](was))
        setattr(person, name, value)
        if not one.added:
            one.changed.append((name, was, value))


def _other(person, name, new, policies, held):
    """Who has the key that `person` would be given over their own; None where nobody has it."""
    if name not in KEYS or policies.get(name) != OVERWRITE:
        return None
    holder = held.now.get(KEYS[name](new[name]))
    return holder if holder is not person else None


def _alike(name, was, value):
    if name in KEYS and was and (key := KEYS[name](was)):
        return key == KEYS[name](value)
    return was == value


def _may_have(key, policies):
    """A field that is left alone on who is here gives them no key either."""
    return policies.get(key[0]) != NEVER


def _companies(names, sample):
    """{name in lower case: company} of a set of names; those there are none of are added."""
    wanted = {name.lower(): name for name in names}
    found = Company.objects.annotate(lower=Lower("name")).filter(lower__in=wanted).order_by("-pk")
    companies = {company.lower: company for company in found}
    added = [Company(name=wanted[key], sample=sample) for key in sorted(wanted.keys() - companies)]
    Company.objects.bulk_create(added)
    return companies | {company.name.lower(): company for company in added}
