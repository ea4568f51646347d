"""Why the one door, `funnel.ledger`, moves nothing, in words."""

from django.utils.timezone import now
from django.utils.translation import gettext_lazy

from funnel.refusal import Refusal

REFUSALS = {
    "there": gettext_lazy("Already there."),
    "early": gettext_lazy("A step cannot be earlier than the one before it."),
    "future": gettext_lazy("That lies in the future."),
    "reason": gettext_lazy("Choose a reason."),
    "elsewhere": gettext_lazy("Merged meanwhile: it counts with another now."),
}


def check_time(at, since):
    if since and at < since:
        raise Refusal(REFUSALS["early"], field="at")
    if at > now():
        raise Refusal(REFUSALS["future"], field="at")


def why(verdict, model, stage, to):
    return str(REFUSALS.get(verdict) or model.machine.refusal(stage, to))
