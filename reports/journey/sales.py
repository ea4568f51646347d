"""Sales' half: what was done with the person, the deals, the money and the goods.

Each function takes the deals the reader may see; `notes` says whether they may read what sales
wrote down for itself.
"""

from django.db.models import Q
from django.utils.translation import gettext as _

from deals.activities.models import ActivityKind
from deals.models import Activity, DealStep, Delivery, Payment, QuoteStep
from funnel.models import ReasonKind
from reports.journey.events import CAP, DONE, SALES, Event
from reports.journey.words import DEAL_SIGNS, QUOTES, deal_step, why

SIGNS = {
    ActivityKind.CALL: "phone",
    ActivityKind.MAIL: "mail",
    ActivityKind.MEETING: "meeting",
    ActivityKind.MESSAGE: "meeting",
    ActivityKind.NOTE: "note",
}


def activities(lead, deals, *, notes):
    """Without `notes` no notes, and no words of calls and meetings."""
    rows = Activity.objects.filter(Q(deal=None) | Q(deal__in=deals), lead=lead)
    if not notes:
        rows = rows.exclude(kind=ActivityKind.NOTE)
    return [
        Event(
            at=row.at,
            side=SALES,
            kind=DONE,
            sign=SIGNS[row.kind],
            title=_activity(row),
            rank=5,
            by=_name(row.by),
            about="" if row.outbound or row.kind == ActivityKind.NOTE else _("from them"),
            words=row.words if notes else "",
        )
        for row in rows.select_related("by").order_by("-at", "-id")[:CAP]
    ]


def deal_steps(deals, labels, *, notes):
    names = {deal.pk: deal for deal in deals}
    rows = DealStep.objects.filter(deal__in=deals).select_related("by").order_by("-at", "-id")
    return [
        Event(
            at=row.at,
            side=SALES,
            kind=DONE,
            sign=DEAL_SIGNS.get(row.to_stage, "deals"),
            title=str(deal_step(row)),
            rank=6,
            by=_name(row.by),
            about=_about(names[row.deal_id].name, _reason(labels, row)),
            words=row.words if notes else "",
            flag=row.flag,
            time_known=row.time_known,
            url=names[row.deal_id].get_absolute_url(),
        )
        for row in rows[:CAP]
    ]


def quote_steps(deals):
    rows = QuoteStep.objects.filter(quote__deal__in=deals).select_related("by", "quote")
    return [
        Event(
            at=row.at,
            side=SALES,
            kind=DONE,
            sign="quote",
            title=str(QUOTES[row.to_stage]),
            rank=7,
            by=_name(row.by) or (row.words if row.to_stage == "accepted" else ""),
            about=row.quote.number or "",
            amount=row.quote.total,
            currency=row.quote.currency,
            flag=row.flag,
            time_known=row.time_known,
        )
        for row in rows.order_by("-at", "-id")[:CAP]
    ]


def payments(deals, *, notes):
    rows = Payment.objects.filter(deal__in=deals).select_related("by").order_by("-at", "-id")
    return [
        Event(
            at=row.at,
            side=SALES,
            kind=DONE,
            sign="cash",
            title=_("Paid") if row.amount > 0 else _("Paid back"),
            rank=8,
            by=_name(row.by),
            words=row.note if notes else "",
            amount=row.amount,
            currency=row.currency,
        )
        for row in rows[:CAP]
    ]


def deliveries(deals):
    """Promised, delivered and accepted: up to three events for one thing."""
    rows = Delivery.objects.filter(deal__in=deals).select_related("by").order_by("-pk")[:CAP]
    return [
        Event(
            at=at,
            side=SALES,
            kind=DONE,
            sign="truck",
            title=title,
            rank=rank,
            by=who,
            about=row.what,
        )
        for row in rows
        for at, title, rank, who in (
            (row.recorded_at, _("Delivery promised"), 8, _name(row.by)),
            (row.delivered_at, _("Delivered"), 9, ""),
            (row.accepted_at, _("Delivery accepted"), 10, row.accepted_by),
        )
        if at
    ]


def _activity(row):
    return ", ".join(filter(None, [row.get_kind_display(), row.get_outcome_display().lower()]))


def _reason(labels, row):
    return why(labels, (ReasonKind.WIN, ReasonKind.LOSS), row.reason) if row.reason else ""


def _about(*parts):
    return " · ".join(part for part in parts if part)


def _name(user):
    return user.name if user else ""
