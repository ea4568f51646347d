"""The conditions an agreement may name. Each is one rule in SQL, the same for a row and for a set.

A rule is a Q over what is known of a lead, annotated as `known_…` (see known.py): true, false, or
null where nobody can tell.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import DurationField, F, Q, Value
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from leads.touches.models import TouchKind


@dataclass(frozen=True)
class Rule:
    key: str
    sentence: str  # with %s for the value, where it has one
    needs: tuple  # the names of the facts it looks at
    met: Callable  # value -> Q
    words: str = ""  # what stands before the value where the two stand apart
    shown: Callable | None = None  # value -> words

    def value(self, value):
        return self.shown(value) if self.shown else ""

    def label(self, value):
        return self.sentence % self.value(value) if self.shown else str(self.sentence)

    @property
    def lead_in(self):
        return self.words or self.sentence


def _any(lookups):
    found = Q()
    for lookup, value in lookups:
        found |= Q(**{f"known_{lookup}": value})
    return found


def _there(key, sentence, *facts):
    return Rule(key, sentence, facts, lambda _value: _any((f"{fact}__gt", "") for fact in facts))


def _at_least(score, sentence, words):
    return Rule(
        score, sentence, (score,), lambda points: Q(**{f"known_{score}__gte": points}), words, str
    )


def _holding(fact):
    return lambda phrases: _any((f"{fact}__icontains", phrase) for phrase in phrases)


def _fresh(days):
    since = F("known_moment") - Value(timedelta(days=days), DurationField())
    return Q(known_touched_at__gte=since)


def _names(value):
    return ", ".join(sorted(value.values()))


def _phrases(value):
    return ", ".join(f"“{phrase}”" for phrase in value)


def _kinds(value):
    return ", ".join(str(TouchKind(kind).label) for kind in value)


def _times(value):
    return ngettext("%d time", "%d times", value) % value


def _days(value):
    return ngettext("%d day", "%d days", value) % value


REQUIRED = [  # what must be there
    _there("reachable", _("Has an e-mail address or a phone number"), "email", "phone"),
    _there("name", _("Has a name"), "name"),
    _there("email", _("Has an e-mail address"), "email"),
    _there("phone", _("Has a phone number"), "phone"),
    _there("company", _("Has a company"), "company"),
    _there("words", _("Said something in their own words"), "words"),
    _there("product", _("Names a product"), "product"),
]
VALUED = [  # what must hold, of a value
    Rule(
        "channel",
        _("Came from %s"),
        ("channel",),
        lambda names: Q(known_channel__in=sorted(names)),
        _("Came from"),
        _names,
    ),
    Rule(
        "campaign",
        _("Came with %s"),
        ("campaign",),
        lambda names: Q(known_campaign__in=sorted(map(int, names))),
        _("Came with"),
        _names,
    ),
    Rule(
        "touches",
        _("Was in touch at least %s"),
        ("touches",),
        lambda number: Q(known_touches__gte=number),
        _("Was in touch at least"),
        _times,
    ),
    Rule(
        "fresh",
        _("Showed interest in the last %s"),
        ("touched_at",),
        _fresh,
        _("Showed interest in the last"),
        _days,
    ),
    _at_least("fit", _("Fit is at least %s"), _("Fit is at least")),
    _at_least("engagement", _("Engagement is at least %s"), _("Engagement is at least")),
]
SCORES = ("fit", "engagement")  # the rules that look at the score
TELLING = [  # what tells a tier, beside the channel
    Rule(
        "touched",
        _("was in touch by %s"),
        ("kinds",),
        lambda k: Q(known_kinds__overlap=k),
        shown=_kinds,
    ),
    Rule("says", _("says %s"), ("words",), _holding("words"), shown=_phrases),
    Rule("page", _("landed on %s"), ("page",), _holding("page"), shown=_phrases),
]
RULES = {rule.key: rule for rule in [*REQUIRED, *VALUED, *TELLING]}


def named(conditions):
    """[(Rule, value)] of what an agreement keeps, in the order in which they are read."""
    return [(rule, conditions[key]) for key, rule in RULES.items() if key in conditions]
