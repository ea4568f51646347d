from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from deals.answers.actions import accept, cross, send_back
from deals.answers.forms import ReturnForm
from deals.answers.queries import (
    PARTS,
    answered_today,
    counts,
    earlier,
    in_view,
    may_answer,
    may_return,
    touches,
    views_for,
    with_answers,
    with_waits,
)
from deals.doors import way_back
from funnel.http import form_page, may
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from leads.models import Handoff, Lead


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
    if view == "back":
        context["rows"] = with_answers(page.object_list)
    else:
        context |= _opened(request, with_waits(page.object_list))
    return render(request, "deals/inbox.html", context)


@require_POST
@may(Can.ANSWER_OFFERS)
def acceptance(request, pk):
    handoff = _handoff(request, pk, may_answer)
    accept(handoff, by=request.user)
    messages.success(request, _("Accepted. %s is yours.") % handoff.lead)
    return redirect(way_back(request, "deals:inbox"))


@may(Can.ANSWER_OFFERS)
def sending_back(request, pk):
    handoff = _handoff(request, pk, may_return)
    back = way_back(request, reverse("deals:inbox"))

    def act(values):
        send_back(handoff, by=request.user, **values)
        messages.success(request, _("Returned. Marketing sees why."))
        return back

    form = ReturnForm(request.POST or None)
    context = {"handoff": handoff, "touches": touches(handoff), "back": back}
    return form_page(request, form, act, "deals/return.html", **context)


@require_POST
@may(Can.OFFER_LEADS, Can.ANSWER_OFFERS)
def crossing(request, pk):
    lead = get_object_or_404(Lead.objects.visible_to(request.user), pk=pk)
    cross(lead, by=request.user)
    messages.success(request, _("%s is over the line, offered and accepted by you.") % lead)
    return redirect("reports:lead", pk=lead.pk)


def _handoff(request, pk, allowed):
    handoff = get_object_or_404(
        Handoff.objects.visible_to(request.user).select_related(*PARTS), pk=pk
    )
    if not allowed(request.user, handoff):
        raise PermissionDenied
    return handoff


def _opened(request, rows):
    """The row that shows its context, with its neighbours for the keys j and k."""
    asked = request.GET.get("open", "")
    place = next((n for n, row in enumerate(rows) if str(row.pk) == asked), 0)
    if not rows:
        return {"rows": rows}
    opened = rows[place]
    return {
        "rows": rows,
        "opened": opened,
        "before": rows[place - 1] if place else None,
        "after": rows[place + 1] if place + 1 < len(rows) else None,
        "touches": touches(opened),
        "earlier": earlier(opened),
        "may_answer": may_answer(request.user, opened),
    }
