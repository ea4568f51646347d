from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from leads.routing.conditions import CONDITIONS
from leads.routing.models import HEAVIEST, RoutingRule, Seat, Strategy


@transaction.atomic
def add(*, name, **said):
    """A new rule behind the others. `said`: see `change`."""
    last = RoutingRule.objects.aggregate(last=Max("position"))["last"] or 0
    return _write(RoutingRule(position=last + 1), name, **said)


@transaction.atomic
def change(rule, *, name, **said):
    """Say anew what a rule is: conditions as {kind: values}, to_user or to_team with a strategy,
    fallback_team, active. What was offered before keeps its trace. Twice is once.
    """
    locked = RoutingRule.objects.select_for_update().filter(pk=rule.pk).first()
    if locked is None:
        raise Refusal(_("Somebody removed this rule meanwhile."))
    return _write(locked, name, **said)


def move_up(rule):
    """The rule is asked before the one that was in front of it."""
    return _swap(rule, -1)


def move_down(rule):
    return _swap(rule, +1)


@transaction.atomic
def remove(rule):
    """The rule is gone; what it decided keeps its trace. Twice is once."""
    RoutingRule.objects.filter(pk=rule.pk).delete()


@transaction.atomic
def set_seat(user, *, open_offers_max, per_day_max, weight, languages="", regions=""):
    """How much a salesperson takes, and of what; None is no limit."""
    if not 1 <= weight <= HEAVIEST:
        raise Refusal(_("A weight is from 1 to %d.") % HEAVIEST, field="weight")
    seat, _new = Seat.objects.select_for_update().get_or_create(user=user)
    seat.open_offers_max, seat.per_day_max, seat.weight = open_offers_max, per_day_max, weight
    seat.languages, seat.regions = languages, regions
    seat.save()
    return seat


def _write(rule, name, *, conditions, to_user=None, to_team=None, strategy="", **more):
    if (to_user is None) == (to_team is None):
        raise Refusal(_("Choose who gets these leads: a person or a team."), field="receiver")
    if to_team and strategy not in Strategy.values:
        raise Refusal(_("Choose how the team's leads find their person."), field="strategy")
    _check_free(name, but=rule)
    rule.name, rule.to_user, rule.to_team = name.strip(), to_user, to_team
    rule.strategy = strategy if to_team else ""
    asked = [kind for kind in CONDITIONS if kind in conditions]
    rule.conditions = [{"kind": kind, "values": list(conditions[kind])} for kind in asked]
    rule.fallback_team, rule.active = more.get("fallback_team"), more.get("active", True)
    rule.sample = more.get("sample", rule.sample)
    rule.save()
    return rule


def _check_free(name, but):
    if RoutingRule.objects.filter(name__iexact=name.strip()).exclude(pk=but.pk).exists():
        raise Refusal(_("There is a rule of that name."), field="name")


@transaction.atomic
def _swap(rule, by):
    """Let the rule and its neighbour change places; at either end nothing happens."""
    rules = list(RoutingRule.objects.select_for_update().order_by("position", "pk"))
    place = next((n for n, each in enumerate(rules) if each.pk == rule.pk), None)
    if place is not None and 0 <= place + by < len(rules):
        rules[place], rules[place + by] = rules[place + by], rules[place]
    for position, each in enumerate(rules, 1):
        if each.position != position:
            each.position = position
            each.save(update_fields=["position"])
