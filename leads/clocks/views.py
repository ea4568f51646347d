from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import back_with, form_page, may, way_back
from funnel.permissions import Can
from funnel.refusal import LostRace, Refusal
from leads.clocks.actions import hold, nudge, resume
from leads.clocks.forms import HoldForm
from leads.handoff.doors import seen_handoff


@may(Can.RUN_THE_LINE)
def holding(request, pk):
    handoff = seen_handoff(request, pk)
    back = way_back(request, reverse("deals:inbox"))

    def act(values):
        hold(handoff, by=request.user, **values)
        messages.success(request, _("The clock is held."))
        return back

    context = {
        "title": _("Hold the clock of %s") % handoff.lead,
        "sentence": _("It runs on when somebody lets it, or with the answer."),
        "verb": _("Hold the clock"),
        "back": back,
    }
    form = HoldForm(request.POST or None)
    return form_page(request, form, act, "components/_form_page.html", **context)


@require_POST
@may(Can.RUN_THE_LINE)
def resumption(request, pk):
    resume(seen_handoff(request, pk), by=request.user)
    messages.success(request, _("The clock runs again."))
    return redirect(way_back(request, "deals:inbox"))


@require_POST
@may(Can.OFFER_LEADS)
def nudging(request, pk):
    """Asked too soon, from a page that shows the button still: back there, told until when."""
    handoff, back = seen_handoff(request, pk), way_back(request, "deals:inbox")
    try:
        nudge(handoff, by=request.user, words=request.POST.get("words", "")[:2000])
    except LostRace:
        raise
    except Refusal as refusal:
        return back_with(request, refusal.message, back)
    messages.success(request, _("Nudged. They are told that you ask."))
    return redirect(back)
