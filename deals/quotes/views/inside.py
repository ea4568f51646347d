"""Quotes as sales sees them: list, page, sending, what the customer said on the phone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deals.quotes.actions import accept, decline, send
from deals.quotes.forms import DeclineForm, NameForm, RateForm
from deals.quotes.queries import in_view, matching, needs_rate, visible_to
from deals.stages import QuoteStage
from funnel.http import form_page, may
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can

EFFECT = gettext_lazy(
    "It gets its number and can no longer be changed. An earlier quote of this deal is"
    " superseded; the deal is worth what the quote says."
)
VIEWS = {
    QuoteStage.DRAFT: gettext_lazy("Drafts"),
    QuoteStage.SENT: gettext_lazy("Sent"),
    QuoteStage.ACCEPTED: gettext_lazy("Accepted"),
    QuoteStage.DECLINED: gettext_lazy("Declined"),
    "all": gettext_lazy("All"),
}


@may(Can.SEE_DEALS)
def index(request):
    view, words = chosen(request, VIEWS, "all"), request.GET.get("q", "").strip()
    mine = visible_to(request.user)
    context = {
        "page": paged(request, matching(in_view(mine, view), words)),
        "pills": pills(request, VIEWS, view),
        "view": view,
        "words": words,
        "none": not mine.exists(),
    }
    return render(request, "deals/quote_list.html", context)


@may(Can.SEE_DEALS)
def show(request, pk):
    quote = get_object_or_404(visible_to(request.user).prefetch_related("lines"), pk=pk)
    context = {
        "quote": quote,
        "steps": quote.steps.select_related("by"),
        "works": quote.deal.worked_by(request.user),
        "address": request.build_absolute_uri(reverse("deals:public_quote", args=[quote.token])),
        "name_form": NameForm(initial={"name": quote.deal.person.name}),
    }
    return render(request, "deals/quote_detail.html", context)


@may(Can.WORK_DEALS)
def sending(request, pk):
    quote = worked(request, pk)
    back = reverse("deals:quote", args=[quote.pk])

    def act(values):
        send(quote, by=request.user, **values)
        messages.success(request, _("%s is sent. Give the customer its address.") % quote.number)
        return back

    words = {"verb": _("Send"), "back": back}
    if needs_rate(quote):
        form = RateForm(request.POST or None)
        title = _("Send this quote in %s?") % quote.currency
        return form_page(request, form, act, title=title, sentence=EFFECT, **words)
    if request.method == "POST":
        return redirect(act({}))
    words |= {"question": _("Send this quote?"), "effect": EFFECT}
    return render(request, "components/_confirm_page.html", words)


@may(Can.WORK_DEALS)
def acceptance(request, pk):
    quote = worked(request, pk)
    back = reverse("deals:quote", args=[quote.pk])

    def act(values):
        accept(quote, by=request.user, name=values["name"])
        messages.success(request, _("Accepted by %s.") % values["name"])
        return back

    form, title = NameForm(request.POST or None), _("They accepted on the phone")
    return form_page(request, form, act, title=title, verb=_("Accepted"), back=back)


@may(Can.WORK_DEALS)
def declining(request, pk):
    quote = worked(request, pk)
    back = reverse("deals:quote", args=[quote.pk])

    def act(values):
        decline(quote, by=request.user, words=values["words"])
        return back

    form, title = DeclineForm(request.POST or None), _("The customer declined")
    return form_page(request, form, act, title=title, verb=_("Declined"), back=back)


def worked(request, pk):
    """A quote of a deal this reader may change: 404 unless they see it, 403 unless theirs."""
    quote = get_object_or_404(visible_to(request.user), pk=pk)
    if not quote.deal.worked_by(request.user):
        raise PermissionDenied
    return quote
