"""What was done at the line beside the answers: passed on, claimed, held, nudged, answered."""

from itertools import pairwise

from django.utils.translation import gettext as _

from leads.handoff.models import ActKind
from leads.models import Claim, HandoffAct
from leads.routing.telling import because
from reports.journey.events import CAP, DONE, MARKETING, SALES, Event

OURS = (ActKind.NUDGED, ActKind.ANSWERED)  # marketing's
SIGNS = {
    ActKind.HELD: "pause",
    ActKind.RESUMED: "clock",
    ActKind.NUDGED: "bell",
    ActKind.ANSWERED: "mail",
}


def done(lead):
    """The acts at the line of a lead, newest first."""
    rows = HandoffAct.objects.filter(handoff__lead=lead).select_related("by")
    return list(rows.order_by("-at", "-id")[:CAP])


def acts(rows):
    """One Event per act of `rows` but those that `passings` and `rungs` tell."""
    return [
        Event(
            at=row.at,
            side=MARKETING if row.kind in OURS else SALES,
            kind=DONE,
            sign=SIGNS[row.kind],
            title=_("The return answered") if row.kind == ActKind.ANSWERED else str(row),
            rank=3,
            by=row.by.name if row.by else "",
            words=row.words,
        )
        for row in rows
        if row.kind in SIGNS
    ]


def passings(held):
    """One Event each time that an offer came to somebody else, newest first: from whom, to whom,
    by whom and why. `held` are the holdings by hand-off."""
    steps = [step for holdings in held.values() for step in pairwise(holdings)]
    steps.sort(key=lambda step: step[1].since, reverse=True)
    return [_passing(before, after) for before, after in steps[:CAP]]


def _passing(before, after):
    claimed = isinstance(after.fact, Claim)
    return Event(
        at=after.since,
        side=SALES,
        kind=DONE,
        sign="next",
        title=_("Claimed") if claimed else _("Passed on"),
        rank=3,
        by=after.fact.by.name if after.fact.by else "",
        about=_from(before) if claimed else _from_to(before, after),
        words="" if claimed else after.fact.words,
    )


def _from(before):
    return _("from %s") % before if str(before) else ""


def _from_to(before, after):
    parts = [_from(before), _("to %s") % after]
    why = "" if after.fact.by else _by_itself(after.fact.trace)
    return ", ".join(filter(None, [" ".join(filter(None, parts)), why]))


def _by_itself(trace):
    """Why it went there, though nobody passed it on."""
    if trace and trace[-1].get("to"):
        return _("by the rules, because of %(why)s") % {"why": because(trace)}
    return _("because nobody had answered in time")
