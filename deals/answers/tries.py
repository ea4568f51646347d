"""How often sales tried to reach somebody, before it may say that they cannot be reached."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, Min, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deals.activities.models import Activity
from funnel.refusal import Refusal
from funnel.templatetags.funnel import day
from leads.agreement.queries import built_in
from leads.models import Handoff
from leads.stages import HandoffStage

UNREACHABLE = "unreachable"


@dataclass(frozen=True)
class Tries:
    """Attempts since the offer, or since they were last reached; `first` is None where none is."""

    count: int
    first: datetime | None


def tries(handoff, *, at=None):
    """What was logged outbound on its lead, up to `at`, that reached nobody."""
    rows = with_tries(Handoff.objects.filter(pk=handoff.pk), Value(at or now()))
    return Tries(*rows.values_list("tries", "first_try").get())


def with_tries(handoffs, until):
    """`handoffs` with `tries` and `first_try`, as in Tries, up to the expression `until`."""
    logged = Activity.objects.filter(lead=OuterRef("lead"), at__gte=OuterRef("offered_at"))
    made = logged.contacts().filter(held=False, at__lte=OuterRef("tried_until"))
    reached = Activity.objects.filter(
        held=True,
        lead=OuterRef("lead"),
        at__gte=OuterRef("at"),
        at__lte=OuterRef(OuterRef("tried_until")),
    )
    made = made.exclude(Exists(reached)).order_by().values("lead")
    return handoffs.annotate(tried_until=until).annotate(
        tries=Coalesce(Subquery(made.annotate(n=Count("pk")).values("n")), 0),
        first_try=Subquery(made.annotate(first=Min("at")).values("first")),
    )


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
