from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import form_page, may, said, way_back
from funnel.permissions import Can
from leads.handoff import queries
from leads.handoff.actions import offer as make_offer
from leads.handoff.doors import seen_handoff
from leads.lead.models import Lead
from leads.routing.actions import claim as take
from leads.routing.actions import offer_by_rules
from leads.routing.forms import RoutedOfferForm
from leads.routing.queries import route

DIGITS = 10  # of a key that a page sends


@may(Can.OFFER_LEADS)
def offer(request, pk):
    leads = Lead.objects.visible_to(request.user)
    related = leads.select_related("person__company", "campaign", "channel", "product")
    lead = get_object_or_404(related, pk=pk)
    seen, agreement, term = queries.seen(lead)
    terms = {"term": term, "terms": agreement.tiers}
    back, not_to = way_back(request, lead.get_absolute_url()), _not_to(request)
    form = RoutedOfferForm(request.POST or None, decision=route(lead, not_to=not_to), **terms)

    def act(values):
        how = {"by": request.user, "note": values["note"], "tier": values["tier"]}
        if form.leaves_it_to_the_rules:
            handoff = offer_by_rules(lead, not_to=not_to, **how)
        else:
            handoff = make_offer(lead, **how, **form.to)
        receiver = handoff.offered_to or _("the queue of %s") % handoff.team
        words = {"who": lead, "receiver": receiver}
        undo = reverse("leads:withdrawal", args=[handoff.pk])
        said(request, _("%(who)s is offered to %(receiver)s.") % words, undo=undo)
        return back

    context = {
        "title": _("Offer %s to sales") % lead,
        "lead": lead,
        "back": back,
        "not_to": sorted(not_to),
        "seen": seen,
        "agreement": agreement,
        "missing": queries.missing(lead),
        "alone": request.user.has_perm(Can.ANSWER_OFFERS),
    }
    return form_page(request, form, act, "leads/offer.html", **context)


@require_POST
@may(Can.ANSWER_OFFERS)
def claim(request, pk):
    handoff = seen_handoff(request, pk)
    take(handoff, by=request.user)
    messages.success(request, _("It is offered to you now. Its clocks go on."))
    return redirect("deals:inbox")


def _not_to(request):
    """The keys of colleagues whom the rules leave out: who had it before."""
    asked = request.POST if request.method == "POST" else request.GET
    return {int(key) for key in asked.getlist("not_to") if key.isdecimal() and len(key) < DIGITS}
