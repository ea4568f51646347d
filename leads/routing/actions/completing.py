from dataclasses import dataclass

from django.db import transaction

from funnel.refusal import Refusal
from funnel.sets import update
from leads.lead.models import Lead
from leads.people.actions import Known, find_or_add_many
from leads.people.keys import keys_of
from leads.people.models import MatchKey, Person

OF_PEOPLE = ("name", "email", "phone", "company")
OF_LEADS = ("words", "product")


@dataclass(frozen=True)
class Found:
    """What somebody found out about a lead: {field: value} of OF_PEOPLE and OF_LEADS.

    `values` are words, for "product" the Product.
    """

    lead: Lead
    values: dict


class Taken(Refusal):
    """E-mail addresses or phones that are other people's: {(lead's key, field): Person}."""

    def __init__(self, holders):
        who = ", ".join(dict.fromkeys(str(person) for person in holders.values()))
        super().__init__(who)
        self.holders = holders


@transaction.atomic
def complete_many(found: list[Found]):
    """Write down what leads and their people lack, in as many queries however many they are.

    What is there by now stays: returns {(lead's key, field): what it is} where it is something
    else than was found. Taken, and nothing is written, where a key is another person's.
    """
    people = _locked(Person, {each.lead.person_id for each in found})
    leads = _locked(Lead, {each.lead.pk for each in found})
    known, edited, stood = {}, [], {}
    for each in found:
        person, lead = people[each.lead.person_id], leads[each.lead.pk]
        fresh, there = _parted(each.values, person, lead)
        stood |= {(lead.pk, field): value for field, value in there.items()}
        told = {field: fresh[field] for field in OF_PEOPLE if field in fresh}
        if told:
            known[lead.pk] = Known(person=person, **told)
        for field in [field for field in OF_LEADS if field in fresh]:
            setattr(lead, field, fresh[field])
            edited.append(lead)
    find_or_add_many(list(known.values()))
    _check_theirs(known)
    if edited:
        update({lead.pk: lead for lead in edited}.values(), OF_LEADS)
    return stood


def _locked(model, keys):
    rows = model.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=keys)
    part = "company" if model is Person else "product"
    return {row.pk: row for row in rows.select_related(part).order_by("pk")}


def _parted(values, person, lead):
    """(what is not known yet, what is something else by now)"""
    now = {field: getattr(person if field in OF_PEOPLE else lead, field) for field in values}
    fresh = {field: value for field, value in values.items() if not now[field]}
    other = {field: now[field] for field in values if now[field] and now[field] != values[field]}
    return fresh, {field: there for field, there in other.items() if str(there) != values[field]}


def _check_theirs(known):
    """Whatever was written belongs to whom it was written for; else all of it is taken back."""
    keys = {pk: keys_of(email=each.email, phone=each.phone) for pk, each in known.items()}
    values = {value for row in keys.values() for _kind, value in row}
    rows = MatchKey.objects.select_related("person").filter(value__in=values)
    holders = {(row.kind, row.value): row.person for row in rows.prefetch_related("person__keys")}
    taken = {
        (pk, key[0]): holders[key]
        for pk, row in keys.items()
        for key in row
        if holders[key].pk != known[pk].person.pk
    }
    if taken:
        raise Taken(taken)
