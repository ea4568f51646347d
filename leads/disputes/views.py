from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from funnel.http import back_with, form_page, may, way_back
from funnel.permissions import Can
from leads.disputes.actions import dispute, overturn, reply, uphold
from leads.disputes.forms import DecisionForm, DisputeForm, ReplyForm
from leads.disputes.queries import argument, standing
from leads.handoff.doors import seen_handoff
from leads.stages import CAME_BACK, HandoffStage

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
    form = ReplyForm(request.POST or None)
    return _page(request, handoff, form, act, title, _("Answer"), open_in=CAME_BACK)


@may(Can.OFFER_LEADS)
def disputing(request, pk):
    handoff = seen_handoff(request, pk)

    def act(values):
        dispute(handoff, by=request.user, **values)
        messages.success(request, _("Disputed. A manager decides."))
        return way_back(request, handoff.lead)

    title = _("Dispute the return of %s") % handoff.lead
    form = DisputeForm(request.POST or None)
    open_in = (HandoffStage.RETURNED,)
    return _page(request, handoff, form, act, title, _("Dispute it"), open_in=open_in)


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
    open_in = (HandoffStage.DISPUTED,)
    return _page(request, handoff, form, act, title, _("Decide"), open_in=open_in)


def _page(request, handoff, form, act, title, verb, *, open_in):
    """The form, while the return is in one of the stages `open_in`; then the lead, told why."""
    if request.method == "GET" and handoff.stage not in open_in:
        return back_with(request, standing(handoff), handoff.lead)
    context = {"title": title, "verb": verb, "handoff": handoff, "said": argument(handoff)}
    back = way_back(request, reverse("deals:inbox"))
    return form_page(request, form, act, PAGE, back=back, **context)
