from copy import copy
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from funnel.plain import plain
from funnel.refusal import Refusal
from funnel.sets import insert, update
from leads.people.keys import keys_of
from leads.people.models import Company, MatchKey, Person

RACES = 3  # a set is tried again when somebody else adds one of its people meanwhile


def find_or_add(*, name="", email="", phone="", company="", own=None, sample=False):
    """The one person with these match keys, added if nobody has them. Returns (person, added).

    `own` is (source, id). The strongest key that is known decides; what the person lacks is
    filled in, what they have is left alone. The database decides a race.
    """
    known = {"name": name, "email": email, "phone": phone, "company": company}
    known = {field: plain(value) for field, value in known.items()}
    keys = keys_of(email=known["email"], phone=known["phone"], own=own)
    person, added = _held_by(keys), False
    if person is None:
        person, added = _add(keys, sample=sample, **known)
    if not added:
        _give(keys, person)
        _fill(person, **known)
    return person, added


@dataclass(frozen=True)
class Known:
    """What is known of one person of a set."""

    name: str = ""
    email: str = ""
    phone: str = ""
    company: str = ""
    own: tuple | None = None  # (source, id)
    person: Person | None = None  # who it is, where that is settled


def find_or_add_many(known: list[Known], *, sample=False, batch=None):
    """The people of a set, in its order, by the rules of `find_or_add`. Returns the people.

    `batch` is the import that they come from.
    """
    for _race in range(RACES):
        try:
            return _found_or_added(known, sample, batch)
        except IntegrityError:
            continue
    return _found_or_added(known, sample, batch)


@transaction.atomic
def edit(person, *, name, email, phone, company):
    """Change who somebody is. Refusal, naming them, where a key is another person's."""
    keys = keys_of(email=email, phone=phone)
    for holder in MatchKey.objects.select_related("person").filter(_any_of(keys)):
        if holder.person_id != person.pk:
            raise Refusal(
                _("%s already has this.") % (holder.person.name or holder.value), field=holder.kind
            )
    person.keys.filter(_any_of(keys_of(email=person.email, phone=person.phone))).delete()
    _give(keys, person)
    person.name, person.email, person.phone = name.strip(), email.strip(), phone.strip()
    person.company = company_named(company, sample=person.sample)
    person.save(update_fields=["name", "email", "phone", "company"])
    return person


def company_named(name, *, sample=False):
    """The company of that name, whatever its case, added if there is none; None for no name."""
    name = name.strip()[:200]
    if not name:
        return None
    found = Company.objects.filter(name__iexact=name).order_by("pk").first()
    return found or Company.objects.create(name=name, sample=sample)


@transaction.atomic
def _found_or_added(known, sample, batch):
    keys = [keys_of(email=each.email, phone=each.phone, own=each.own) for each in known]
    taken = _holders({key for row in keys for key in row})
    companies = _companies({each.company.strip()[:200] for each in known} - {""}, sample)
    held, people, edited = dict(taken), [], []
    settled = {person.pk: person for person in taken.values()}
    for each, row in zip(known, keys, strict=True):
        person = each.person and settled.setdefault(each.person.pk, copy(each.person))
        person = person or next((held[key] for key in row if key in held), None)
        person = person or Person(sample=sample, batch=batch)
        for key in row:
            held.setdefault(key, person)
        people.append(person)
        if _completed(person, each, companies) and person.pk:
            edited.append(person)
    insert({id(one): one for one in people if one.pk is None}.values())
    update(edited, ["name", "email", "phone", "company"])
    insert(
        MatchKey(person=person, kind=key[0], value=key[1])
        for key, person in held.items()
        if key not in taken
    )
    return people


def _holders(keys):
    """{key: person} of those keys that somebody has; one object per person."""
    rows = MatchKey.objects.select_related("person__company").filter(
        kind__in={kind for kind, _value in keys}, value__in={value for _kind, value in keys}
    )
    people = {row.person_id: row.person.standing for row in rows}
    found = {(row.kind, row.value): people[row.person_id] for row in rows}
    return {key: person for key, person in found.items() if key in keys}


def _companies(names, sample):
    """{name in lower case: company} of a set of names; those there are none of are added."""
    wanted = {name.lower(): name for name in names}
    found = Company.objects.annotate(lower=Lower("name")).filter(lower__in=wanted).order_by("-pk")
    companies = {company.lower: company for company in found}
    added = [Company(name=wanted[key], sample=sample) for key in sorted(wanted.keys() - companies)]
    Company.objects.bulk_create(added)
    return companies | {company.name.lower(): company for company in added}


def _completed(person, known, companies):
    """Fill in what the person lacks; whether there was anything."""
    new = {"name": known.name.strip()[:200], "email": known.email.strip()}
    new["phone"] = known.phone.strip()[:40]
    new["company"] = companies.get(known.company.strip()[:200].lower())
    missing = {field: each for field, each in new.items() if each and not getattr(person, field)}
    for field, each in missing.items():
        setattr(person, field, each)
    return bool(missing)


def _held_by(keys):
    holders = {
        (key.kind, key.value): key.person.standing
        for key in MatchKey.objects.select_related("person").filter(_any_of(keys))
    }
    return next((holders[key] for key in keys if key in holders), None)


def _any_of(keys):
    wanted = Q(pk__in=[])
    for kind, value in keys:
        wanted |= Q(kind=kind, value=value)
    return wanted


def _add(keys, *, name, email, phone, company, sample):
    try:
        with transaction.atomic():
            person = Person.objects.create(
                name=name.strip()[:200],
                email=email.strip(),
                phone=phone.strip()[:40],
                company=company_named(company, sample=sample),
                sample=sample,
            )
            _give(keys, person)
            if (holder := _held_by(keys)) not in (None, person):
                raise _Taken(holder)
    except _Taken as taken:
        return taken.holder, False
    return person, True


class _Taken(Exception):
    """Somebody else added this person a moment ago."""

    def __init__(self, holder):
        self.holder = holder


def _give(keys, person):
    MatchKey.objects.bulk_create(
        [MatchKey(person=person, kind=kind, value=value) for kind, value in keys],
        ignore_conflicts=True,
    )


def _fill(person, *, name, email, phone, company):
    new = {"name": name.strip()[:200], "email": email.strip(), "phone": phone.strip()[:40]}
    missing = {field: value for field, value in new.items() if value and not getattr(person, field)}
    if company.strip() and person.company_id is None:
        missing["company"] = company_named(company, sample=person.sample)
    for field, value in missing.items():
        setattr(person, field, value)
    if missing:
        person.save(update_fields=list(missing))
