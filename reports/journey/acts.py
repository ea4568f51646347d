"""What was done at the line beside the answers: passed on, held, nudged, answered, time used."""

from django.utils.translation import gettext as _

from leads.handoff.models import ActKind, Clock
from leads.models import HandoffAct
from reports.journey.events import CAP, DONE, MARKETING, SALES, Event

OURS = (ActKind.NUDGED, ActKind.ANSWERED)  # marketing's
SIGNS = {
    ActKind.REROUTED: "next",
    ActKind.HELD: "pause",
    ActKind.RESUMED: "clock",
    ActKind.NUDGED: "bell",
    ActKind.ANSWERED: "mail",
    ActKind.RUNG: "clock",
}


def acts(lead):
    """One Event per act, newest first."""
    rows = HandoffAct.objects.filter(handoff__lead=lead).select_related("by", "to", "team")
    return [
        Event(
            at=row.at,
            side=MARKETING if row.kind in OURS else SALES,
            kind=DONE,
            sign=SIGNS[row.kind],
            title=_title(row),
            rank=3,
            by=row.by.name if row.by else "",
            about=_about(row),
            words=row.words,
        )
        for row in rows.order_by("-at", "-id")[:CAP]
    ]


def _title(row):
    if row.kind == ActKind.RUNG:
        left = {"percent": row.rung}
        if row.clock == Clock.CONTACT:
            return _("%(percent)s %% of the time to the first contact used") % left
        return _("%(percent)s %% of the time to answer used") % left
    if row.kind == ActKind.ANSWERED:
        return _("The return answered")
    return row.get_kind_display()


def _about(row):
    if row.kind == ActKind.REROUTED:
        return _("to %s") % (row.to or _("the queue of %s") % row.team)
    if row.kind == ActKind.RUNG:
        return _("too late to tell anybody") if row.passed else _("told")
    return ""
