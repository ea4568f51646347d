"""The rows behind each number of the funnel."""

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import now

from deals.models import Deal
from funnel.http import may
from funnel.listing import paged
from funnel.permissions import Can
from leads.models import Lead
from reports.behind import (
    climbs,
    deals_behind,
    leads_behind,
    reach_behind,
    seen,
    touches_behind,
)
from reports.forms import FunnelForm
from reports.parts import PARTS, REACHED
from reports.question import Question
from reports.rungs import OF_DEALS, RUNGS


@may(Can.SEE_REPORTS)
def index(request):
    """The rows of one number: as many as it says, of which the reader sees what they may open."""
    form = FunnelForm(_with_group(request.GET))
    part = request.GET.get("part", REACHED)
    rung = next((each for each in RUNGS if each.key == request.GET.get("rung")), None)
    if rung is None or part not in (*PARTS, "alone") or not form.is_valid():
        raise Http404
    question = Question(as_of=now(), **form.asked())
    show = SHOWN.get(rung.key, _alone if part == "alone" else _leads)
    context = {"rung": rung, "part": part, "question": question}
    context["narrowed"] = form.narrowed()
    return render(request, "reports/rows.html", context | show(request, question, rung, part))


def _with_group(query):
    """A number of the break-down asks for the rows of its own group."""
    query = query.copy()
    if query.get("by") and "group" in query:
        query[query["by"]] = query["group"]
    return query


def _leads(request, question, rung, part):
    if not question.is_cohort and part != REACHED:
        raise Http404
    ids = leads_behind(question, rung, part)
    found = seen(Lead, ids, request.user).select_related("person__company", "channel", "campaign")
    page = paged(request, found.prefetch_related("person__keys"))
    steps = climbs(question, [lead.pk for lead in page])
    rows = [(lead, steps[lead.pk]) for lead in page]
    hidden = len(ids) - page.paginator.count
    words = PARTS[part] if question.is_cohort else ""
    return {"page": page, "leads": rows, "all": len(ids), "hidden": hidden, "words": words}


def _alone(request, question, rung, part):
    if rung.key not in OF_DEALS:
        raise Http404
    ids = deals_behind(question, rung.key)
    page = paged(request, seen(Deal, ids, request.user).select_related("owner", "person"))
    return {"page": page, "deals": page, "all": len(ids), "hidden": len(ids) - page.paginator.count}


def _reach(request, question, rung, part):
    entries = reach_behind(question).select_related("campaign__channel")
    page = paged(request, entries.order_by("-on", "-id"))
    return {"page": page, "entries": page, "all": page.paginator.count}


def _touches(request, question, rung, part):
    touches = touches_behind(question).select_related("campaign", "channel")
    page = paged(request, touches.order_by("-at", "-id"))
    return {"page": page, "touches": page, "all": page.paginator.count}


SHOWN = {"reached": _reach, "visited": _touches}
