"""The hand-off as a place: what waits on the left of the line, today's answers on the right."""

from django.http import HttpResponse
from django.shortcuts import render

from deals.answers.queries import (
    answered_today,
    counts,
    earlier,
    grouped,
    in_view,
    may_answer,
    newer_than,
    touches,
    views_for,
    with_answers,
    with_faces,
)
from funnel.http import may
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can


@may(Can.SEE_HANDOFFS)
def index(request):
    views = views_for(request.user)
    number = counts(request.user, views)
    first = next((key for key in views if number[key]), next(iter(views)))
    view = chosen(request, views, first)
    page = paged(request, in_view(request.user, view))
    accepted, returned = answered_today(request.user)
    context = {
        "view": view,
        "pills": pills(request, views, view, number),
        "waiting": number[view],
        "page": page,
        "accepted": accepted,
        "returned": returned,
    }
    if view in ("back", "disputed"):
        context["rows"] = with_answers(page.object_list)
    else:
        context |= _opened(request, with_faces(page.object_list))
    return render(request, "deals/inbox.html", context)


@may(Can.SEE_HANDOFFS)
def news(request):
    """What has changed since the page was drawn, as one sentence; nothing moves meanwhile."""
    view = chosen(request, views_for(request.user), "mine")
    shown = [int(key) for key in request.GET.getlist("shown") if key.isdecimal()][:200]
    arrived, gone = newer_than(request.user, view, shown)
    if not arrived and not gone:
        return HttpResponse()
    context = {"arrived": arrived, "gone": gone}
    return render(request, "deals/inbox/_news.html", context)


def _opened(request, rows):
    """The row that shows its context, with its neighbours for the keys j and k."""
    asked = request.GET.get("open", "")
    place = next((n for n, row in enumerate(rows) if str(row.pk) == asked), 0)
    if not rows:
        return {"rows": rows}
    opened = rows[place]
    return {
        "rows": rows,
        "groups": grouped(rows),
        "opened": opened,
        "before": rows[place - 1] if place else None,
        "after": rows[place + 1] if place + 1 < len(rows) else None,
        "touches": touches(opened),
        "earlier": earlier(opened),
        "may_answer": may_answer(request.user, opened),
        "nudged": opened.acts.filter(kind="nudged").last(),
    }
