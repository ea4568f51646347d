"""With which reasons sales may return a lead: those that an agreement names, as it names them."""

from funnel.models import Reason, ReasonKind
from funnel.reasons.actions import add


def all_reasons():
    """Every reason of return that the organisation has, in the order of its keys."""
    return list(Reason.objects.filter(kind=ReasonKind.RETURN).order_by("position", "pk"))


def agreed(agreement):
    """The reasons that hold under `agreement`, with label and side as they were signed.

    Without one, and where its text is older than such lists, all that can be chosen.
    """
    named = agreement.reasons if agreement else []
    if not named:
        return [reason for reason in all_reasons() if reason.active]
    there = {reason.key: reason for reason in all_reasons()}
    return [_as_named(there[each["key"]], each) for each in named if each["key"] in there]


def frozen(reasons):
    """What the text of an agreement keeps of `reasons`."""
    return [{"key": each.key, "label": each.label, "side": each.side} for each in reasons]


def reason_named(label, side):
    """The reason of return of that name; a new one can be chosen under no other agreement."""
    there = Reason.objects.filter(kind=ReasonKind.RETURN, label__iexact=label.strip()).first()
    return there or add(kind=ReasonKind.RETURN, label=label, side=side, active=False)


def _as_named(reason, named):
    reason.label, reason.side = named["label"], named["side"]
    return reason
