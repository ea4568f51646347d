"""How a decision came, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.permissions import Can

WHY = {
    "absent": gettext_lazy("absent"),
    "full": gettext_lazy("has as many open offers as agreed"),
    "day": gettext_lazy("has had the day's offers"),
    "let_it_lie": gettext_lazy("let it lie"),
    "language": gettext_lazy("does not speak the language"),
    "region": gettext_lazy("does not work that country"),
    "no_role": gettext_lazy("cannot answer offers"),
}
HOW = {
    "person": gettext_lazy("the rule names them"),
    "owner": gettext_lazy("they own the company"),
    "round_robin": gettext_lazy("it is their turn"),
    "owner_first": gettext_lazy("it is their turn"),
    "weighted": gettext_lazy("it is their turn, by weight"),
    "least_open": gettext_lazy("they have the fewest open offers"),
    "queue": gettext_lazy("whoever is first takes it from the queue"),
    "closed": gettext_lazy("the rule's team has closed, and this one is at work"),
    "nobody_free": gettext_lazy("nobody is free"),
}


def because(trace):
    """Why this one, in half a sentence: "rule 2, Kitchens: it is their turn"."""
    last = trace[-1]
    words = {"n": last["position"], "rule": last["name"], "how": HOW[last["how"]]}
    return _("rule %(n)d, %(rule)s: %(how)s") % words


def told(trace):
    """[(rule's name, what became of it, [who was passed over, and why])] of a trace."""
    return [
        (each["name"], _outcome(each), [_passed(one) for one in each.get("passed", [])])
        for each in trace or []
    ]


def told_to(reader, trace):
    """`told`, as far as `reader` may know: the rules for whoever offers leads or runs the line;
    who was passed over, and so who is away or full, for the latter alone."""
    if reader.has_perm(Can.RUN_THE_LINE):
        return told(trace)
    if reader.has_perm(Can.OFFER_LEADS):
        return [(name, outcome, []) for name, outcome, _who in told(trace)]
    return []


def _outcome(each):
    if each["unmet"]:
        return _("does not match: %s") % each["unmet"]
    if not each["to"]:
        return _("matches, but nobody is free and it names no queue; the next rule is asked")
    return _("matches: %(to)s, %(how)s") % {"to": each["to"], "how": HOW[each["how"]]}


def _passed(one):
    return _("%(name)s is passed over: %(why)s") % {"name": one["name"], "why": WHY[one["why"]]}
