"""With which reasons a lead goes back or ends: those that an agreement names, as it names them."""

from django.utils.translation import gettext as _

from funnel.models import Reason, ReasonKind
from funnel.reasons.actions import add
from funnel.refusal import Refusal
from funnel.tiles import ReasonField

KINDS = (ReasonKind.RETURN, ReasonKind.RECYCLE, ReasonKind.DISQUALIFY)


def all_reasons(kind):
    """Every reason of `kind` that the organisation has, in the order of its keys."""
    return list(Reason.objects.filter(kind=kind).order_by("position", "pk"))


def agreed(agreement, kind=ReasonKind.RETURN):
    """The reasons of `kind` that hold under `agreement`, with label and side as they were signed.

    Without one, and where its text is older than such lists, all that can be chosen.
    """
    there = all_reasons(kind)
    named = _named(agreement, kind)
    if not named:
        return [reason for reason in there if reason.active]
    by_key = {reason.key: reason for reason in there}
    return [_as_named(by_key[each["key"]], each) for each in named if each["key"] in by_key]


def check_agreed(agreement, reason):
    """Refusal where `agreement` names the reasons of that kind, and not this one."""
    named = reason and reason.kind in KINDS and _named(agreement, reason.kind)
    if named and reason.key not in {each["key"] for each in named}:
        said = _("%(agreement)s does not name this reason.") % {"agreement": agreement}
        raise Refusal(said, field="reason")


def frozen(reasons):
    """What the text of an agreement keeps of `reasons`."""
    return [
        {"kind": each.kind, "key": each.key, "label": each.label, "side": each.side}
        for each in reasons
    ]


def reason_named(kind, label, side):
    """The reason of that kind and name; a new one can be chosen under no other agreement."""
    there = Reason.objects.filter(kind=kind, label__iexact=label.strip()).first()
    return there or add(kind=kind, label=label, side=side, active=False)


class AgreedReasonField(ReasonField):
    """One of the reasons that an agreement names, with that label and that side."""

    def __init__(self, kind, **kwargs):
        super().__init__(kind, **kwargs)
        self.kind, self.named = kind, {}

    def under(self, agreement, *, without=()):
        """Let those be chosen that hold under `agreement`."""
        named = agreed(agreement, self.kind)
        self.named = {each.key: each for each in named if each.key not in without}
        self.queryset = Reason.objects.filter(kind=self.kind, key__in=self.named)

    def label_from_instance(self, reason):
        return str(self.named[reason.key])

    def clean(self, value):
        reason = super().clean(value)
        return reason and self.named[reason.key]


def _named(agreement, kind):
    """A text from before there were three lists names those of a return, without their kind."""
    named = agreement.reasons if agreement else []
    return [each for each in named if each.get("kind", ReasonKind.RETURN) == kind]


def _as_named(reason, named):
    reason.label, reason.side = named["label"], named["side"]
    return reason
