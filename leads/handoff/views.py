from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import form_page, may
from funnel.permissions import Can
from leads.handoff import queries
from leads.handoff.actions import offer as make_offer
from leads.handoff.actions import withdraw
from leads.handoff.forms import OfferForm
from leads.handoff.models import Handoff
from leads.lead.models import Lead


@may(Can.OFFER_LEADS)
def offer(request, pk):
    leads = Lead.objects.visible_to(request.user)
    related = leads.select_related("person__company", "campaign", "channel", "product")
    lead = get_object_or_404(related, pk=pk)
    seen, agreement, term = queries.seen(lead)
    form = OfferForm(request.POST or None, term=term, terms=agreement.tiers)

    def act(values):
        handoff = make_offer(
            lead, by=request.user, note=values["note"], tier=values["tier"], **form.to
        )
        receiver = handoff.offered_to or _("the queue of %s") % handoff.team
        messages.success(request, _("Offered to %s.") % receiver)
        return lead

    context = {
        "title": _("Offer %s to sales") % lead,
        "lead": lead,
        "seen": seen,
        "agreement": agreement,
        "missing": queries.missing(lead),
        "alone": request.user.has_perm(Can.ANSWER_OFFERS),
    }
    return form_page(request, form, act, "leads/offer.html", **context)


@require_POST
@may(Can.OFFER_LEADS)
def withdrawal(request, pk):
    handoff = get_object_or_404(Handoff.objects.visible_to(request.user), pk=pk)
    withdraw(handoff, by=request.user, words=request.POST.get("words", "")[:2000])
    messages.success(request, _("Withdrawn. The lead is where it was before."))
    return redirect(handoff.lead)
