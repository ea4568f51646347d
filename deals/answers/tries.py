"""How often sales tried to reach somebody, before it may say that they cannot be reached."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Min
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deals.activities.models import Activity
from funnel.refusal import Refusal
from funnel.templatetags.funnel import day
from leads.agreement.queries import built_in
from leads.stages import HandoffStage

UNREACHABLE = "unreachable"


@dataclass(frozen=True)
class Tries:
    """Attempts since the offer, or since they were last reached; `first` is None where none is."""

    count: int
    first: datetime | None


def tries(handoff, *, at=None):
    """What was logged outbound on its lead, up to `at`, that reached nobody."""
    logged = Activity.objects.filter(lead=handoff.lead_id, at__lte=at or now())
    logged = logged.filter(at__gte=handoff.offered_at).order_by()
    reached = logged.filter(held=True).aggregate(last=Max("at"))["last"]
    attempts = logged.contacts().filter(held=False)
    if reached:
        attempts = attempts.filter(at__gt=reached)
    return Tries(**attempts.aggregate(count=Count("pk"), first=Min("at")))


def check_tried(handoff, *, at=None):
    """Refusal unless sales tried as often, and over as many days, as the hand-off's Agreement
    says before somebody counts as unreachable."""
    if handoff.stage == HandoffStage.OFFERED:
        raise Refusal(_("Accept it and try to reach them first."), field="reason")
    agreed, at = handoff.agreement or built_in(), at or now()
    made = tries(handoff, at=at)
    if made.count < agreed.attempts or at - made.first < timedelta(days=agreed.over_days):
        raise Refusal(_said(agreed, made), field="reason")


def tries_said(handoff):
    """What was agreed before somebody is given up, and how often sales tried so far."""
    return _said(handoff.agreement or built_in(), tries(handoff))


def _said(agreed, made):
    attempts = ngettext("%d attempt", "%d attempts", agreed.attempts) % agreed.attempts
    days = ngettext("%d day", "%d days", agreed.over_days) % agreed.over_days
    words = _("Agreed before giving up: %(attempts)s over %(days)s. Logged so far: %(made)s.")
    return words % {"attempts": attempts, "days": days, "made": _made(made)}


def _made(made):
    if made.first is None:
        return str(made.count)
    return _("%(count)d, the first %(day)s") % {"count": made.count, "day": day(made.first)}
