"""The hand-offs behind each figure of what a draft would have changed, and why each is there."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from funnel.templatetags.funnel import clock, day
from leads.agreement.terms import Tier
from leads.handoff.models import Clock
from leads.models import Handoff
from reports.agreement_draft.definition import lacking, unmade_under
from reports.agreement_draft.ends import short_under
from reports.agreement_draft.tiers import moved, tiered
from reports.agreement_draft.times import DONE, ENDED, WAITING, timed_under

PARTS = {
    "unmade": gettext_lazy("Would not have been offered"),
    "tier": gettext_lazy("Would have been of another tier"),
    "accept-done": gettext_lazy("Would have been answered late"),
    "accept-waiting": gettext_lazy("Would wait longer than agreed"),
    "accept-ended": gettext_lazy("Ran out after the draft's time to answer"),
    "contact-done": gettext_lazy("Would have been contacted late"),
    "contact-waiting": gettext_lazy("Would wait for a contact longer than agreed"),
    "contact-ended": gettext_lazy("Sent back after the draft's time to contact"),
    "tried": gettext_lazy("Returned as unreachable after less than the draft asks"),
}
TIMED = {f"{clock}-{state}": (clock, state) for clock in Clock for state in (DONE, WAITING, ENDED)}


def behind(part, draft, period):
    """The hand-offs of `period` that the figure of one of PARTS counts."""
    if part in TIMED:
        late = [each.pk for each in _timed(part, draft, period) if each.would_be_late]
        return Handoff.objects.filter(pk__in=late)
    if part == "tier":
        rows = moved(tiered(draft, period))
    else:
        rows = (short_under if part == "tried" else unmade_under)(draft, period)
    return Handoff.objects.filter(pk__in=rows.values("pk"))


def why(part, handoffs, draft, period):
    """{hand-off's key: [why it is behind `part`, in words]} of some that are."""
    if part == "unmade":
        return lacking(handoffs, draft)
    if part in TIMED:
        return {each.pk: [_due(each)] for each in _timed(part, draft, period)}
    keys = [each.pk for each in handoffs]
    if part == "tier":
        rows = tiered(draft, period).filter(pk__in=keys).values_list("pk", "tier", "draft_tier")
        return {pk: [f"{Tier(tier).label} → {Tier(to).label}"] for pk, tier, to in rows}
    rows = short_under(draft, period).filter(pk__in=keys).values_list("pk", "tries", "first_try")
    return {pk: [_tries(count, first)] for pk, count, first in rows}


def _timed(part, draft, period):
    timed = timed_under(draft, period)
    return [each for each in timed if (each.clock, each.state) == TIMED[part]]


def _due(timed):
    words = _("%(tier)s, due by the draft %(day)s %(time)s")
    at = timed.draft_at
    return words % {"tier": Tier(timed.draft_tier).label, "day": day(at), "time": clock(at)}


def _tries(count, first):
    words = ngettext("%d attempt", "%d attempts", count) % count
    if first is None:
        return words
    return _("%(attempts)s, the first %(day)s") % {"attempts": words, "day": day(first)}
