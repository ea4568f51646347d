from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import form_page, may
from funnel.permissions import Can
from leads.lead.models import Lead
from leads.qualification.actions import disqualify, qualify, recycle, wake
from leads.qualification.forms import DisqualifyForm, RecycleForm

PAGE = "leads/reason_page.html"


@require_POST
@may(Can.QUALIFY_LEADS)
def qualification(request, pk):
    lead = _lead(request, pk)
    qualify(lead, by=request.user)
    messages.success(request, _("Qualified. It can be offered to sales now."))
    return redirect(lead)


@require_POST
@may(Can.QUALIFY_LEADS)
def waking(request, pk):
    lead = _lead(request, pk)
    wake(lead, by=request.user)
    messages.success(request, _("Awake again."))
    return redirect(lead)


@may(Can.QUALIFY_LEADS)
def disqualification(request, pk):
    lead = _lead(request, pk)
    form = DisqualifyForm(request.POST or None)

    def act(values):
        disqualify(lead, by=request.user, **values)
        messages.success(request, _("Disqualified. The episode is over; the person stays."))
        return lead

    words = {"title": _("Disqualify %s") % lead, "verb": _("Disqualify")}
    return form_page(request, form, act, PAGE, lead=lead, **words)


@may(Can.QUALIFY_LEADS)
def recycling(request, pk):
    lead = _lead(request, pk)
    form = RecycleForm(request.POST or None)

    def act(values):
        recycle(lead, by=request.user, **values)
        messages.success(request, _("Put away. It stays the same lead when it wakes."))
        return lead

    words = {"title": _("Recycle %s") % lead, "verb": _("Put it away")}
    return form_page(request, form, act, PAGE, lead=lead, **words)


def _lead(request, pk):
    leads = Lead.objects.visible_to(request.user).select_related("person__company")
    return get_object_or_404(leads, pk=pk)
