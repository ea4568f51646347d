"""An agreement as it is read: clauses of both sides, with what differs from another version."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funnel.models import ReasonKind
from leads.agreement.conditions import RULES, named
from leads.agreement.models import Expiry
from leads.agreement.reasons import agreed
from leads.agreement.terms import Tier
from leads.agreement.worktime import worktime

NEW, GONE = "new", "gone"


@dataclass(frozen=True)
class Said:
    """A value, and what it was in the other version; `was` is None where it did not change."""

    now: str
    was: str | None = None


@dataclass(frozen=True)
class Clause:
    words: str
    value: Said = Said("")
    note: str = ""
    mark: str = ""  # NEW or GONE
    parts: tuple = ()  # of Clauses: what it names, one by one


@dataclass(frozen=True)
class Row:
    """What a tier is, and what is owed to it."""

    label: str
    when: Said
    accept: Said
    contact: Said


def definition(agreement, other=None):
    """[Clause]: a lead is offered when. With `other`, what differs from it is marked."""
    mine = agreement.conditions
    theirs = mine if other is None else other.conditions
    return [_condition(rule, mine, theirs) for rule, _value in named({**theirs, **mine})]


def qualifying(agreement, other=None):
    """How a lead is qualified, as Said."""
    return _differing(_qualifying(agreement), _qualifying(other or agreement))


def tiers(agreement, other=None):
    """[Row], the most urgent tier first."""
    other = other or agreement
    return [
        Row(
            str(Tier(tier).label),
            _differing(_when(agreement, tier), _when(other, tier)),
            *(
                _differing(worktime(agreement.terms[tier][each]), worktime(other.terms[tier][each]))
                for each in ("accept", "contact")
            ),
        )
        for tier in Tier.values
    ]


def endings(agreement, other=None):
    """[Clause]: with which reasons marketing says no to a lead."""
    other = other or agreement
    return [
        _reasons(ReasonKind.RECYCLE, _("Put away only with one of"), agreement, other),
        _reasons(ReasonKind.DISQUALIFY, _("Disqualified only with one of"), agreement, other),
    ]


def duties(agreement, other=None):
    """[Clause]: what else sales owes."""
    other = other or agreement
    return [
        Clause(
            _("Tried before giving up"),
            _differing(_attempts(agreement), _attempts(other)),
            _("without an answer, before it is returned as unreachable"),
        ),
        Clause(_("Tried over at least"), _differing(_over(agreement), _over(other))),
        _reasons(ReasonKind.RETURN, _("Returned only with one of"), agreement, other),
        Clause(
            _("Answered by nobody, it goes"),
            _differing(_expiry(agreement), _expiry(other)),
            _("after twice the time; never accepted in silence"),
        ),
    ]


def _condition(rule, mine, theirs):
    if rule.key not in theirs:
        return Clause(rule.lead_in, Said(rule.value(mine[rule.key])), mark=NEW)
    if rule.key not in mine:
        return Clause(rule.lead_in, Said(rule.value(theirs[rule.key])), mark=GONE)
    now, was = (RULES[rule.key].value(each[rule.key]) for each in (mine, theirs))
    return Clause(rule.lead_in, _differing(now, was))


def _qualifying(agreement):
    return _("by itself, once it meets all of this") if agreement.automatic else _("by hand")


def _differing(now, was):
    return Said(now, None if now == was else was)


def _when(agreement, tier):
    if tier == Tier.COLD:
        return _("every other lead")
    said = [rule.label(value) for rule, value in named(agreement.terms[tier]["when"])]
    words = [each[:1].lower() + each[1:] for each in said]
    return _(" or ").join(words) or _("chosen by hand at the offer")


def _attempts(agreement):
    return ngettext("%d time", "%d times", agreement.attempts) % agreement.attempts


def _over(agreement):
    return ngettext("%d day", "%d days", agreement.over_days) % agreement.over_days


def _reasons(kind, words, mine, theirs):
    """Which reasons; with another label or side it is another reason."""
    now, was = ([_reason(each) for each in agreed(text, kind)] for text in (mine, theirs))
    parts = [
        Clause(f"{number} {each}", mark="" if each in was else NEW)
        for number, each in enumerate(now, 1)
    ]
    parts += [Clause(each, mark=GONE) for each in was if each not in now]
    count = _differing(_count(now), _count(was))
    return Clause(words, count, parts=tuple(parts))


def _reason(reason):
    return f"{reason} ({reason.get_side_display()})"


def _count(reasons):
    return ngettext("%d reason", "%d reasons", len(reasons)) % len(reasons)


def _expiry(agreement):
    if agreement.on_expiry == Expiry.QUEUE:
        return _("to the queue of %s") % agreement.expiry_team
    return _("back to marketing")
