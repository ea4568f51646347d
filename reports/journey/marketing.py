"""Marketing's half: what the person did, and what marketing did about it."""

from django.db.models import Q

from deals.answers.actions import TOO_EARLY
from funnel.models import ReasonKind
from leads.stages import LeadStage
from leads.touches.models import TouchKind
from reports.journey.events import CAP, DONE, MARKETING, SAID, SALES, Event
from reports.journey.words import LEAD_SIGNS, lead_step, why

CAPTURED, MQL, OFFERED, ACCEPTED, CLOSED, RECYCLED, DISQUALIFIED = LeadStage
SIGNS = {
    TouchKind.VISIT: "eye",
    TouchKind.FORM: "form",
    TouchKind.BOOTH: "note",
    TouchKind.REFERRAL: "people",
    TouchKind.RESPONSE: "check",
    TouchKind.MAIL: "mail",
    TouchKind.IMPORT: "upload",
    TouchKind.HAND: "edit",
    TouchKind.AD: "reach",
    TouchKind.PRINT: "print",
    TouchKind.LINK: "link",
}
MACHINES = (TouchKind.VISIT, TouchKind.MAIL)
OF_THE_LINE = (  # steps that only follow a hand-off, which is told as a crossing
    Q(to_stage=OFFERED)
    | Q(from_stage=OFFERED, to_stage__in=[ACCEPTED, MQL, CAPTURED])
    | Q(from_stage=ACCEPTED, to_stage__in=[MQL, CAPTURED])
    | Q(from_stage__in=[OFFERED, ACCEPTED], to_stage=RECYCLED, reason=TOO_EARLY)
)


def touches(lead):
    rows = lead.touchpoints.select_related("by", "campaign", "channel").order_by("-at", "-id")
    return [
        Event(
            at=row.at,
            side=SALES if row.side == SALES else MARKETING,
            kind=SAID if row.words else DONE,
            sign=SIGNS.get(row.kind, "note"),
            title=row.get_kind_display(),
            by=row.by.name if row.by else "",
            about=str(row.campaign or row.channel or ""),
            words=row.words or row.page,
            folds=row.kind if row.kind in MACHINES and not row.words else "",
        )
        for row in rows[:CAP]
    ]


def steps(lead, labels):
    """The steps of the lead but those that a crossing tells."""
    rows = lead.steps.select_related("by").exclude(OF_THE_LINE).order_by("-at", "-id")
    return [
        Event(
            at=row.at,
            side=SALES if row.from_stage in (ACCEPTED, CLOSED) else MARKETING,
            kind=DONE,
            sign=LEAD_SIGNS.get(row.to_stage, "note"),
            title=str(lead_step(row)),
            rank=_rank(row),
            by=row.by.name if row.by else "",
            about=why(labels, (ReasonKind.RECYCLE, ReasonKind.DISQUALIFY), row.reason),
            words=row.words,
            flag=row.flag,
            time_known=row.time_known,
        )
        for row in rows[:CAP]
    ]


def _rank(step):
    return {CAPTURED: 1, MQL: 2}.get(step.to_stage, 9)
