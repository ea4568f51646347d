"""The quote as the customer reads it: no account, no script needed, one decision."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from deals.quotes.actions import accept, decline
from deals.quotes.forms import DeclineForm, NameForm
from deals.quotes.queries import public
from deals.stages import QuoteStage
from funnel.http import refusals_on


@login_not_required
@never_cache
def show(request, token):
    return _page(request, _quote(token), NameForm(), DeclineForm())


@require_POST
@login_not_required
@never_cache
def acceptance(request, token):
    quote, form = _quote(token), NameForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            accept(quote, by=None, name=form.cleaned_data["name"])
            return redirect("deals:public_quote", token)
    return _page(request, quote, form, DeclineForm(), status=422)


@require_POST
@login_not_required
@never_cache
def declining(request, token):
    quote, form = _quote(token), DeclineForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            decline(quote, by=None, words=form.cleaned_data["words"])
            return redirect("deals:public_quote", token)
    return _page(request, quote, NameForm(), form, status=422)


def _quote(token):
    return get_object_or_404(public(), token=token)


def _page(request, quote, name_form, decline_form, status=200):
    expired = quote.valid_until and quote.valid_until < localdate()
    context = {
        "quote": quote,
        "expired": expired,
        "open": quote.stage == QuoteStage.SENT and not expired,
        "answered": quote.steps.order_by("id").last(),
        "newer": quote.deal.quotes.filter(stage=QuoteStage.SENT).first(),
        "name_form": name_form,
        "decline_form": decline_form,
    }
    return render(request, "deals/quote_public.html", context, status=status)
