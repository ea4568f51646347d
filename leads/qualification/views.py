from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import form_page, may, way_back
from funnel.permissions import Can
from funnel.templatetags.funnel import day
from leads.lead.models import Lead
from leads.qualification.actions import disqualify, put_off, qualify, recycle, wake
from leads.qualification.forms import DisqualifyForm, PutOffForm, RecycleForm

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
    return redirect(way_back(request, lead))


@may(Can.QUALIFY_LEADS)
def disqualification(request, pk):
    lead = _lead(request, pk)
    form, back = DisqualifyForm(request.POST or None), _back(request, lead)

    def act(values):
        disqualify(lead, by=request.user, **values)
        said = {"who": lead, "why": values["reason"]}
        words = _("%(who)s is disqualified: %(why)s. The episode is over; the person stays.")
        messages.success(request, words % said)
        return back

    words = {"title": _("Disqualify %s") % lead, "verb": _("Disqualify")}
    return form_page(request, form, act, PAGE, lead=lead, back=back, **words)


@may(Can.QUALIFY_LEADS)
def recycling(request, pk):
    lead = _lead(request, pk)
    form, back = RecycleForm(request.POST or None), _back(request, lead)

    def act(values):
        recycle(lead, by=request.user, **values)
        messages.success(request, _("Put away. It stays the same lead when it wakes."))
        return back

    words = {"title": _("Recycle %s") % lead, "verb": _("Put it away")}
    return form_page(request, form, act, PAGE, lead=lead, back=back, **words)


@may(Can.QUALIFY_LEADS)
def sleep(request, pk):
    """Until when a lead that was put away sleeps on."""
    lead = _lead(request, pk)
    form, back = PutOffForm(request.POST or None, initial=_sleeps(lead)), _back(request, lead)

    def act(values):
        put_off(lead, by=request.user, **values)
        messages.success(request, _("It wakes on %s.") % day(values["until"]))
        return back

    words = {"title": _("Until when %s sleeps") % lead, "verb": _("Let it wake then")}
    return form_page(request, form, act, back=back, back_label=lead, **words)


def _sleeps(lead):
    return {"until": lead.recycle_until} if lead.recycle_until else {}


def _lead(request, pk):
    leads = Lead.objects.visible_to(request.user).select_related("person__company")
    return get_object_or_404(leads, pk=pk)


def _back(request, lead):
    return way_back(request, lead.get_absolute_url())
