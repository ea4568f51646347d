from datetime import datetime, time

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import get_current_timezone, localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from deals.after.actions import accept_delivery, deliver, promise, record_payment
from deals.after.forms import AcceptDeliveryForm, DeliveryForm, EpisodeForm, PaymentForm
from deals.after.models import Delivery
from deals.after.queries import in_view, owing, promised
from deals.doors import seen_deal, worked_deal
from funnel.http import back_with, form_page, may
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from leads.lead.actions import capture
from leads.models import Lead
from leads.touches.models import TouchKind

VIEWS = {"owed": gettext_lazy("Still owed"), "unknown": gettext_lazy("Amount not known")}
COUNTS = {
    "owed": Count("pk", filter=Q(open__gt=0)),
    "unknown": Count("pk", filter=Q(open=None)),
}


@may(Can.SEE_DEALS)
def index(request):
    owed, view = owing(request.user), chosen(request, VIEWS, "owed")
    context = {
        "page": paged(request, in_view(owed, view)),
        "pills": pills(request, VIEWS, view, owed.aggregate(**COUNTS)),
        "view": view,
        "promised": promised(request.user)[:50],
        "today": localdate(),
        "none": not owed.exists(),
    }
    return render(request, "deals/after_list.html", context)


@may(Can.WORK_DEALS)
def payment(request, pk):
    deal = worked_deal(request, pk)

    def act(values):
        on = values.pop("on")
        record_payment(deal, by=request.user, at=_moment(on), **values)
        messages.success(request, _("The payment is written down."))
        return deal

    form = PaymentForm(request.POST or None)
    sentence = _("In %s, the currency of the deal.") % deal.currency
    words = {"title": _("Payment on %s") % deal, "sentence": sentence}
    return form_page(request, form, act, **words, **_back(deal))


@may(Can.WORK_DEALS)
def promising(request, pk):
    deal = worked_deal(request, pk)

    def act(values):
        promise(deal, by=request.user, **values)
        messages.success(request, _("Promised."))
        return deal

    form = DeliveryForm(request.POST or None)
    words = {"title": _("Delivery on %s") % deal, "verb": _("Promise it")}
    return form_page(request, form, act, **words, **_back(deal))


@require_POST
@may(Can.WORK_DEALS)
def delivering(request, pk):
    delivery = _delivery(request, pk)
    if deliver(delivery):
        messages.success(request, _("Delivered. It counts once the customer has accepted it."))
    return redirect(delivery.deal)


@may(Can.WORK_DEALS)
def accepting(request, pk):
    delivery = _delivery(request, pk)

    def act(values):
        accept_delivery(delivery, **values)
        messages.success(request, _("Accepted by %s.") % values["name"])
        return delivery.deal

    initial = {"name": delivery.deal.person.name}
    form = AcceptDeliveryForm(request.POST or None, initial=initial)
    words = {"title": _("%s is accepted") % delivery.what, "verb": _("Accepted")}
    return form_page(request, form, act, **words, **_back(delivery.deal))


def again(request, pk):
    """The customer re-enters at the top, as a new episode."""
    deal = seen_deal(request, pk)
    if not (request.user.has_perm(Can.CAPTURE_LEADS) or deal.worked_by(request.user)):
        raise PermissionDenied
    running = deal.person.leads.open().first()
    if request.method == "GET" and running:
        seen = Lead.objects.visible_to(request.user).filter(pk=running.pk).first()
        words = _("%s has an episode already that is open.") % deal.person
        return back_with(request, words, seen or deal)

    def act(values):
        lead, born = capture(deal.person, by=request.user, touched=TouchKind.HAND, **values)
        told = _("A new episode of %s.") if born else _("%s is open already; noted there.")
        messages.success(request, told % lead)
        return lead

    form = EpisodeForm(request.POST or None)
    words = {"title": _("%s comes again") % deal.person, "verb": _("Begin the episode")}
    return form_page(request, form, act, **words, **_back(deal))


def _delivery(request, pk):
    delivery = get_object_or_404(Delivery.objects.select_related("deal__person"), pk=pk)
    worked_deal(request, delivery.deal_id)
    return delivery


def _moment(day):
    """The payment's instant: now for today, noon of any other day, in the reader's zone."""
    noon = datetime.combine(day, time(12), get_current_timezone())
    return now() if day == localdate() else noon


def _back(deal):
    return {"back": deal.get_absolute_url(), "back_label": deal.name}
