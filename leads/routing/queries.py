"""Who would get a lead, and why; nothing is written here."""

from dataclasses import dataclass
from datetime import date
from itertools import count

from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.models import Absence, User
from leads.lead.models import Lead
from leads.people.models import Person
from leads.routing.bench import Bench, day_of
from leads.routing.conditions import sentences
from leads.routing.deciding import Decision, Router
from leads.routing.models import RoutingRule, Seat

FOUND = 20  # leads a search offers to try the rules on


def route(lead, *, at=None, not_to=()) -> Decision:
    """What the rules would make of `lead`; false where none of them has anybody for it.

    `not_to` are keys of users whom it shall not go to.
    """
    return Router([lead], at or now(), not_to=not_to).decide(lead)


def rules():
    """All rules in their order, each with `met`, its conditions in words ("" for none), and its
    `place` among those in use."""
    found = RoutingRule.objects.select_related("to_user", "to_team", "fallback_team")
    places = count(1)
    for rule in found:
        rule.place = next(places) if rule.active else ""
        rule.met = _(" and ").join(sentences(rule))
    return list(found)


@dataclass(frozen=True)
class Load:
    """What one salesperson has and may have."""

    user: User
    seat: Seat
    open: int
    today: int
    until: date | None  # the last day of their absence, where they are away


def loads(at=None):
    at = at or now()
    bench, away = Bench.at(at), Absence.objects.on(day_of(at)[0].date())
    until = dict(away.values_list("user", "last_on"))
    people = sorted(bench.people.values(), key=lambda user: (user.name, user.pk))
    return [
        Load(
            user,
            bench.seat(user.pk),
            bench.open.get(user.pk, 0),
            bench.today.get(user.pk, 0),
            until.get(user.pk),
        )
        for user in people
    ]


def to_try(user, words):
    """Leads that `user` may see and could try the rules on."""
    leads = Lead.objects.visible_to(user).open().select_related("person__company", "channel")
    if words:
        leads = leads.filter(person__in=Person.objects.matching(words))
    return leads.order_by("-born_at", "-pk")[:FOUND]
