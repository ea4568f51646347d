"""What the page of one lead shows beside its journey."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deals.activities.models import NextStep
from deals.answers.around import with_endings
from deals.answers.queries import may_answer, may_return
from deals.answers.rows import with_faces
from deals.doors import sells
from deals.models import Deal
from funnel.permissions import Can
from leads.models import Handoff, Lead
from leads.routing.queries import route
from leads.routing.telling import because, told_to
from leads.stages import CAME_BACK, HandoffStage, LeadStage
from reports.journey.events import EDIT, LINE, MARKETING, SAID, SALES

VIEWS = {
    "all": _("All"),
    "said": _("People said"),
    "marketing": _("Marketing"),
    "sales": _("Sales"),
    "changes": _("Changes"),
}
BEHIND = (LeadStage.ACCEPTED, LeadStage.CLOSED)  # the stages on sales' side of the line


@dataclass(frozen=True)
class Acts:
    """What this reader may do with the lead at the line and behind it."""

    accept: bool
    send_back: bool
    cross: bool
    work: bool
    open_deal: bool
    reply: bool
    dispute: bool
    decide: bool


def in_view(events, view):
    """Of a journey what one of VIEWS shows; the line stays where a side is shown."""
    kept = {
        "said": lambda event: event.kind == SAID,
        "marketing": lambda event: event.side in (MARKETING, LINE),
        "sales": lambda event: event.side in (SALES, LINE),
        "changes": lambda event: event.kind == EDIT,
    }
    return [event for event in events if kept[view](event)] if view in kept else events


def seen_lead(reader):
    """The leads `reader` may open, with what the head of the page names."""
    parts = ("person__company", "campaign", "channel", "product", "owner", "seller")
    return Lead.objects.visible_to(reader).select_related(*parts).prefetch_related("person__keys")


def last_handoff(lead):
    """The last one, with its clock (`face`, None where none runs), or None."""
    parts = ("offered_to", "offered_by", "team", "lead")
    last = Handoff.objects.filter(lead=lead).select_related(*parts).order_by("-pass_no").first()
    return with_faces([last])[0] if last else None


def acts(lead, handoff, reader, deals):
    waits = handoff is not None and handoff.stage == HandoffStage.OFFERED
    theirs = handoff is not None and handoff.stage == HandoffStage.ACCEPTED
    open_deals = [deal for deal in deals if deal.is_open]
    stage = handoff.stage if handoff else ""
    solo = reader.has_perms([Can.OFFER_LEADS, Can.ANSWER_OFFERS])
    works = sells(reader, lead)
    return Acts(
        accept=waits and may_answer(reader, handoff),
        send_back=(waits or (theirs and lead.stage == LeadStage.ACCEPTED and not open_deals))
        and may_return(reader, handoff),
        cross=solo and lead.stage in (LeadStage.CAPTURED, LeadStage.MQL),
        work=works and lead.stage == LeadStage.ACCEPTED,
        open_deal=works and lead.stage == LeadStage.ACCEPTED and not open_deals,
        reply=stage in CAME_BACK and reader.has_perm(Can.OFFER_LEADS),
        dispute=stage == HandoffStage.RETURNED and reader.has_perm(Can.OFFER_LEADS),
        decide=stage == HandoffStage.DISPUTED and reader.has_perm(Can.RUN_THE_LINE),
    )


def would_get(lead, reader):
    """{"decision", "why", "rules"}: who would get a lead that can be offered, by the rules as they
    are now. Empty where it cannot, and for who does not run the line."""
    if lead.stage not in (LeadStage.CAPTURED, LeadStage.MQL) or not reader.has_perm(
        Can.RUN_THE_LINE
    ):
        return {}
    decision = route(lead)
    why = because(decision.trace) if decision else ""
    return {"decision": decision, "why": why, "rules": told_to(reader, decision.trace)}


def deals_of(lead, reader):
    """The lead's deals that `reader` may see, the newest first."""
    return list(Deal.objects.visible_to(reader).filter(lead=lead).order_by("-opened_at", "-pk"))


def next_steps(lead, deals):
    """What is to be done next on the lead and on each of these deals, by when."""
    of = Q(lead=lead) | Q(deal__in=deals)
    steps = NextStep.objects.filter(of, done_at=None).select_related("owner", "deal")
    return list(steps.order_by("due_at", "pk"))


def episodes(lead, reader):
    """(place of this one, how many there are, the others that `reader` may see, oldest first, each
    with how it `ended`)."""
    born = list(lead.person.leads.order_by("born_at", "pk").values_list("pk", flat=True))
    others = Lead.objects.visible_to(reader).filter(pk__in=born).exclude(pk=lead.pk)
    others = others.select_related("campaign") if len(born) > 1 else others.none()
    others = with_endings(others.order_by("born_at", "pk"), reader)
    return born.index(lead.pk) + 1, len(born), others
