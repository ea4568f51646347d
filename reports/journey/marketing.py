"""Marketing's half: what the person did, and what marketing did about it."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from deals.answers.actions import TOO_EARLY
from funnel.models import ReasonKind
from leads.models import Conversion, Lead, Touchpoint
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
    TouchKind.SEEN: "reach",
}
MACHINES = (TouchKind.VISIT, TouchKind.MAIL, TouchKind.SEEN)
OF_THE_LINE = (  # steps that only follow a hand-off, which is told as a crossing
    Q(to_stage=OFFERED)
    | Q(from_stage=OFFERED, to_stage__in=[ACCEPTED, MQL, CAPTURED])
    | Q(from_stage=ACCEPTED, to_stage__in=[MQL, CAPTURED])
    | Q(from_stage__in=[OFFERED, ACCEPTED], to_stage=RECYCLED, reason=TOO_EARLY)
)


def touches(lead):
    """Of the lead, and what touched its person on the way to it, newest first."""
    found = Touchpoint.objects.filter(Q(lead=lead) | Q(_on_its_way(lead), lead=None))
    rows = found.select_related("by", "campaign", "channel").order_by("-at", "-id")
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


def conversions(lead):
    """What the person did at the end of the way on which this lead lies, newest first."""
    found = Conversion.objects.filter(_on_its_way(lead))
    rows = found.select_related("by", "campaign", "channel").order_by("-at", "-id")
    return [
        Event(
            at=row.at,
            side=MARKETING,
            kind=SAID,
            sign="check",
            title=_("Converted: %s") % row.goal if row.goal else _("Converted"),
            rank=1,
            by=row.by.name if row.by else "",
            about=str(row.campaign or row.channel or ""),
            words=_("What it was worth is not known.") if row.amount is None else "",
            amount=row.amount,
            currency=row.currency,
        )
        for row in rows[:CAP]
    ]


def _on_its_way(lead):
    """Facts of the person since the episode before this one began, until the next one does."""
    theirs, at = Lead.objects.filter(person=lead.person_id), OuterRef("at")
    before = theirs.filter(born_at__lt=lead.born_at, born_at__gt=at)
    after = theirs.filter(born_at__gt=lead.born_at, born_at__lte=at)
    return Q(~Exists(before), ~Exists(after), person=lead.person_id)


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
