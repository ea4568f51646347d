"""Sales' answers: accept, return, and both sides in one act."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import reselect, reswap, retarget

from deals.answers.actions import accept, cross, send_back
from deals.answers.card import card
from deals.answers.forms import ReturnForm
from deals.answers.queries import PARTS, may_answer, may_return
from deals.answers.views.finding import found
from funnel.http import form_page, may, way_back
from funnel.permissions import Can
from funnel.refusal import LostRace
from leads.handoff.passes import with_answers
from leads.models import Handoff, Lead


@require_POST
@may(Can.ANSWER_OFFERS)
def acceptance(request, pk):
    handoff = found(request, pk, may_answer)
    try:
        accept(handoff, by=request.user)
    except LostRace:
        if not request.htmx:
            raise
        return _taken(request, handoff)
    messages.success(request, _("Accepted. %s is yours.") % handoff.lead)
    return redirect(way_back(request, "deals:inbox"))


def _taken(request, handoff):
    """Who was faster, told in the row's place."""
    row = with_answers(Handoff.objects.filter(pk=handoff.pk).select_related(*PARTS))[0]
    answer = render(request, "deals/inbox/_taken.html", {"row": row}, status=LostRace.status)
    place = f"#handoff-{row.pk}"
    return reselect(reswap(retarget(answer, place), "outerHTML"), place)


@may(Can.ANSWER_OFFERS)
def sending_back(request, pk):
    handoff = found(request, pk, may_return)
    back = way_back(request, reverse("deals:inbox"))

    def act(values):
        send_back(handoff, by=request.user, **values)
        messages.success(request, _("Returned. Marketing sees why."))
        return back

    form = ReturnForm(request.POST or None, handoff=handoff)
    context = {"handoff": handoff, "card": card(handoff, request.user), "back": back}
    return form_page(request, form, act, "deals/return.html", **context)


@require_POST
@may(Can.OFFER_LEADS, Can.ANSWER_OFFERS)
def crossing(request, pk):
    lead = get_object_or_404(Lead.objects.visible_to(request.user), pk=pk)
    cross(lead, by=request.user)
    messages.success(request, _("%s is over the line, offered and accepted by you.") % lead)
    return redirect("reports:lead", pk=lead.pk)
