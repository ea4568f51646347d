"""One person at a time: who they are, added where nobody is it, corrected."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from funnel.plain import plain
from funnel.refusal import Refusal
from leads.people.keys import keys_of
from leads.people.models import Company, MatchKey, Person


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


@transaction.atomic
def edit(person, *, by, name, email, phone, company):
    """Change who somebody is. Refusal where a key is another person's, with their name as far as
    `by` may see them."""
    keys = keys_of(email=email, phone=phone)
    for holder in MatchKey.objects.select_related("person").filter(_any_of(keys)):
        if holder.person_id != person.pk:
            raise Refusal(_whose(holder, by), field=holder.kind)
    person.keys.filter(_any_of(keys_of(email=person.email, phone=person.phone))).delete()
    _give(keys, person)
    person.name, person.email, person.phone = name.strip(), email.strip(), phone.strip()
    person.company = company_named(company, sample=person.sample)
    person.save(update_fields=["name", "email", "phone", "company"])
    return person


def _whose(key, by):
    if not Person.objects.visible_to(by).filter(pk=key.person.standing.pk).exists():
        return _("Somebody whom you may not see already has this.")
    return _("%s already has this.") % (key.person.name or key.value)


def company_named(name, *, sample=False):
    """The company of that name, whatever its case, added if there is none; None for no name."""
    name = name.strip()[:200]
    if not name:
        return None
    found = Company.objects.filter(name__iexact=name).order_by("pk").first()
    return found or Company.objects.create(name=name, sample=sample)


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


def give_keys(person):
    """The e-mail and phone somebody is called by are their keys, where nobody else has them."""
    _give(keys_of(email=person.email, phone=person.phone), person)


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
