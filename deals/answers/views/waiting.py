"""What a receiver may do with a waiting offer besides answering it: put it off, pass it on."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from deals.answers.actions import snooze
from deals.answers.card import card
from deals.answers.forms import PassForm, SnoozeForm
from deals.answers.queries import may_answer
from deals.answers.views.finding import found
from funnel.absences.queries import away_until, today
from funnel.http import form_page, may, way_back
from funnel.permissions import Can
from leads.clocks.actions import reroute


@may(Can.ANSWER_OFFERS)
def snoozing(request, pk):
    handoff = found(request, pk, may_answer)
    back = way_back(request, reverse("deals:inbox"))

    def act(values):
        snooze(handoff, by=request.user, until=values["until"])
        messages.success(request, _("Hidden until then. Its clock runs on."))
        return back

    form = SnoozeForm(request.POST or None)
    context = {
        "title": _("Hide %s for a while") % handoff.lead,
        "sentence": _("It is hidden for you alone, and its clock runs on."),
        "verb": _("Hide it"),
    }
    return form_page(request, form, act, "components/_form_page.html", back=back, **context)


@require_POST
@may(Can.ANSWER_OFFERS)
def waking(request, pk):
    handoff = found(request, pk, may_answer)
    handoff.snoozes.filter(user=request.user).delete()
    return redirect(way_back(request, "deals:inbox"))


@may(Can.ANSWER_OFFERS)
def passing(request, pk):
    handoff = found(request, pk, may_answer)
    back = way_back(request, reverse("deals:inbox"))

    def act(values):
        reroute(handoff, by=request.user, words=values["words"], **form.to)
        messages.success(request, _("Passed on. Its clock runs on."))
        return back

    form = PassForm(request.POST or None, away=away_until(request.user, today()))
    context = {"handoff": handoff, "card": card(handoff, request.user), "back": back}
    return form_page(request, form, act, "deals/passing.html", **context)
