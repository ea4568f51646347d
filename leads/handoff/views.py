from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import may, way_back
from funnel.permissions import Can
from leads.handoff.actions import withdraw
from leads.handoff.doors import seen_handoff


@require_POST
@may(Can.OFFER_LEADS)
def withdrawal(request, pk):
    handoff = seen_handoff(request, pk)
    withdraw(handoff, by=request.user, words=request.POST.get("words", "")[:2000])
    messages.success(request, _("Withdrawn. The lead is where it was before."))
    return redirect(way_back(request, handoff.lead))
