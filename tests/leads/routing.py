"""Builders for routing: a team, a rule, and who got how many."""

from collections import Counter

from leads.lead.actions import Interest, capture_many
from leads.models import Handoff, Lead
from leads.people.actions import Known, find_or_add_many
from leads.routing.actions import add, take_turn
from leads.touches.models import TouchKind
from tests.cast import a_user
from tests.story import ago

NOTHING = {"open_offers_max": None, "per_day_max": None, "weight": 1}


def a_team_of(number, *, name="North"):
    """(team, its people)"""
    people = [a_user(f"{name}{n}", "salesperson", team=name) for n in range(number)]
    return people[0].teams.get(), people


def a_rule(name="Everybody", *, strategy="round_robin", **said):
    said.setdefault("conditions", {})
    return add(name=name, strategy=strategy, **said)


def many_leads(owner, number):
    """So many captured leads, of as many people."""
    known = [Known(email=f"lead{n}@example.com") for n in range(number)]
    people = find_or_add_many(known)
    captured = [Interest(each, TouchKind.HAND, ago(hours=1), owner, owner=owner) for each in people]
    return [lead for lead, _born in capture_many(captured)]


def got():
    """{name: how many leads were offered to them}"""
    names = Handoff.objects.exclude(offered_to=None).values_list("offered_to__name", flat=True)
    return Counter(names)


def turn(handoff):
    """{to, team} of who gets a waiting offer that nobody answered in time."""
    found = take_turn(handoff)
    return found and {name: each for name, each in found.items() if name != "trace"}


def fresh(lead):
    return Lead.objects.select_related("person__company", "channel").get(pk=lead.pk)
