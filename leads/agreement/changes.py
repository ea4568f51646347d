"""How a change of an agreement is told: what was drafted, and who signed."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.changes.registry import Part, Setting
from funnel.models import ReasonKind, Side
from funnel.templatetags.funnel import day
from leads.agreement.conditions import named
from leads.agreement.models import Agreement, Signature
from leads.agreement.terms import Tier
from leads.agreement.worktime import worktime


def _conditions():
    return lambda kept: {rule.key: rule.label(value) for rule, value in named(kept)}


def _terms():
    return lambda kept: {part: words for tier in Tier for part, words in _tier(tier, kept[tier])}


def _tier(tier, term):
    for each, words in (("accept", _("%s answered in %s")), ("contact", _("%s contacted in %s"))):
        yield f"{tier}_{each}", words % (tier.label, worktime(term[each]))
    for rule, value in named(term["when"]):
        yield f"{tier}_{rule.key}", f"{tier.label}: {rule.label(value)}"


def _reasons():
    def told(kept):
        named = {(_kind(each), each["key"]): _reason(each) for each in kept}
        return named or {"": _("all that can be chosen")}

    return told


def _kind(named):
    return ReasonKind(named.get("kind", ReasonKind.RETURN))


def _reason(named):
    return f"{_kind(named).label}: {named['label']} ({Side(named['side']).label})"


def _holds():
    return lambda at: {"": day(at)} if at else {}


def _signature(row, names):
    return f"{row.get_side_display()}, {names('by', row.by_id)}"


CHANGES = [
    Setting(
        Agreement,
        without=("edition", "changed_by_id", "changed_at", "drafted_by_id", "drafted_at"),
        labels={
            "automatic": gettext_lazy("Qualified by itself"),
            "attempts": gettext_lazy("Tried before giving up"),
            "over_days": gettext_lazy("Tried over so many days"),
            "on_expiry": gettext_lazy("Answered by nobody, it goes"),
            "expiry_team_id": gettext_lazy("Whose queue"),
            "comes_on": gettext_lazy("Comes into force"),
            "holds_from": gettext_lazy("Holds from"),
            "note": gettext_lazy("Why this version"),
        },
        told={
            "conditions": _conditions,
            "terms": _terms,
            "reasons": _reasons,
            "comes_on": _holds,
            "holds_from": _holds,
        },
    ),
    Part(Signature, "agreement", gettext_lazy("Signature"), called=_signature),
]
