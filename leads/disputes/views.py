from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from funnel.http import form_page, may, way_back
from funnel.permissions import Can
from leads.disputes.actions import dispute, overturn, reply, uphold
from leads.disputes.forms import DecisionForm, WordsForm
from leads.disputes.queries import argument
from leads.handoff.doors import seen_handoff

PAGE = "leads/argument.html"


@may(Can.OFFER_LEADS)
def replying(request, pk):
    """Marketing's words to a return; it stands."""
    handoff = seen_handoff(request, pk)

    def act(values):
        reply(handoff, by=request.user, **values)
        messages.success(request, _("Answered. Whoever returned it is told."))
        return way_back(request, handoff.lead)

    title = _("Answer the return of %s") % handoff.lead
    form = WordsForm(request.POST or None)
    return _page(request, handoff, form, act, title, _("Answer"))


@may(Can.OFFER_LEADS)
def disputing(request, pk):
    handoff = seen_handoff(request, pk)

    def act(values):
        dispute(handoff, by=request.user, **values)
        messages.success(request, _("Disputed. A manager decides."))
        return way_back(request, handoff.lead)

    title = _("Dispute the return of %s") % handoff.lead
    form = WordsForm(request.POST or None)
    return _page(request, handoff, form, act, title, _("Dispute it"))


@may(Can.RUN_THE_LINE)
def deciding(request, pk):
    handoff = seen_handoff(request, pk)

    def act(values):
        verb = {"uphold": uphold, "overturn": overturn}[values["decision"]]
        verb(handoff, by=request.user, words=values["words"])
        messages.success(request, _("Decided. Both sides are told."))
        return way_back(request, handoff.lead)

    title = _("Decide on the return of %s") % handoff.lead
    form = DecisionForm(request.POST or None)
    return _page(request, handoff, form, act, title, _("Decide"))


def _page(request, handoff, form, act, title, verb):
    context = {"title": title, "verb": verb, "handoff": handoff, "said": argument(handoff)}
    back = way_back(request, reverse("deals:inbox"))
    return form_page(request, form, act, PAGE, back=back, **context)
