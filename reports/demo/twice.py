"""People who are here twice: some wait to be looked at, one pair was told apart, one was merged."""

from datetime import timedelta

from leads.merging.actions import merge, tell_apart
from leads.merging.finding import find_pairs
from leads.models import Pair, Person
from leads.people.actions import find_or_add
from leads.responses.actions import Said, respond_many
from leads.responses.statuses import Status
from leads.touches.actions import touch
from leads.touches.models import TouchKind

DAY = timedelta(days=1)
AGO = 4  # days before the last


def run(world):
    """The letter went to second addresses of people whom we know."""
    letter = world.campaigns["letter"]
    known = Person.objects.filter(sample=True, company__isnull=False)
    known = known.exclude(name="").exclude(phone="").exclude(email="")
    people = list(known.filter(responses=None).select_related("company").order_by("-pk")[:4])
    if len(people) < 4:  # a very small year
        return
    at = world.calendar.over - AGO * DAY
    again = [how(one) for how, one in zip(HOW, people, strict=True)]
    respond_many([Said(one, letter, Status.SENT, at) for one in again], by=letter.owner)
    for one in again:
        touch(TouchKind.MAIL, at=at + DAY / 24, person=one, campaign=letter, sample=True)
    find_pairs()
    merge(people[2], again[2], by=letter.owner)
    for pair in Pair.objects.filter(low=people[3], high=again[3]):
        tell_apart(pair, by=letter.owner)


def _lookalike(one):
    """Their address at a domain that is drawn the same."""
    name, _at, domain = one.email.rpartition("@")
    drawn = domain.replace("o", "0", 1) if "o" in domain else domain.replace("l", "1", 1)
    return _added(one.name.split()[0], f"{name}@{drawn}")


def _same_phone(one):
    person = _added(one.name.split()[-1], f"private.{one.email}")
    return find_or_add(email=person.email, phone=one.phone, sample=True)[0]


def _misspelt(one):
    return _added(one.name + one.name[-1], f"second.{one.email}", company=one.company.name)


def _added(name, email, company=""):
    return find_or_add(name=name, email=email, company=company, sample=True)[0]


HOW = (_lookalike, _same_phone, _misspelt, _misspelt)
