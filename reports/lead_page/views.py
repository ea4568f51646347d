from django.shortcuts import get_object_or_404, redirect, render

from deals.answers import around
from deals.answers.there import there
from funnel.http import may
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from leads.models import Lead
from leads.scoring.score import scores
from reports.journey import journey
from reports.journey.events import LINE, MARKETING, SAID
from reports.lead_page import queries


@may(Can.SEE_LEADS)
def show(request, pk):
    """One lead: what marketing knows, what sales does next, and all that happened."""
    seen = queries.seen_lead(request.user)
    lead = seen.filter(pk=pk).first()
    if lead is None:
        folded = get_object_or_404(Lead._base_manager.exclude(folded_into=None), pk=pk)
        return redirect(get_object_or_404(seen, pk=folded.standing.pk))
    view = chosen(request, queries.VIEWS, "all")
    events = journey(lead, request.user)
    page = paged(request, queries.in_view(events, view))
    context = _around(lead, request.user) | {
        "view": view,
        "page": page,
        "pills": pills(request, queries.VIEWS, view),
        "crossing": next((each for each in events if each.side == LINE), None),
        "said": next((each for each in events if _by_the_person(each)), None),
    }
    return render(request, "reports/lead.html", context)


def _around(lead, reader):
    handoff = queries.last_handoff(lead)
    deals = queries.deals_of(lead, reader)
    number, count, others = queries.episodes(lead, reader)
    return {
        "lead": lead,
        "handoff": handoff,
        "deals": deals,
        "behind": lead.stage in queries.BEHIND,
        "next_steps": queries.next_steps(lead, deals),
        "acts": queries.acts(lead, handoff, reader, deals),
        "number": number,
        "count": count,
        "others": others,
        "scores": scores([lead]).get(lead.pk),
        "consents": lead.consents.all(),
        "colleagues": around.company(lead.person, reader),
        "there": there(lead.person.phone, handoff and handoff.team) if lead.is_open else None,
        "alike": around.alike(lead, reader) if lead.is_open else None,
        "would": queries.would_get(lead, reader),
        "notes": reader.has_perm(Can.READ_NOTES),
    }


def _by_the_person(event):
    return event.kind == SAID and event.side == MARKETING
