"""Writing a quote from a price book, row by row; without JavaScript one asks for more rows."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from deals.doors import worked_deal
from deals.pricing.models import PriceBook
from deals.pricing.queries import books_on
from deals.quotes.actions import draft, reckon, rewrite
from deals.quotes.forms import SHOWN, LineFormSet, QuoteForm, lines_of, rows_of
from deals.quotes.views.inside import worked
from funnel.http import may, refusals_on
from funnel.once import once
from funnel.permissions import Can


@may(Can.WORK_DEALS)
def create(request, pk):
    deal = worked_deal(request, pk)
    books = list(books_on())
    book = _chosen(books, request.GET.get("book"), deal.currency)
    if book is None:
        return render(request, "deals/quote_no_prices.html", {"deal": deal}, status=200)

    def act(values, lines):
        quote = draft(deal, by=request.user, price_book=book, lines=lines, **values)
        messages.success(request, _("The draft is kept. Read it once more, then send it."))
        return reverse("deals:quote", args=[quote.pk])

    context = {"deal": deal, "book": book, "books": books, "title": _("New quote")}
    return _write(request, book, act, context)


@may(Can.WORK_DEALS)
def edit(request, pk):
    quote = worked(request, pk)

    def act(values, lines):
        rewrite(quote, lines, **values)
        messages.success(request, _("The draft is changed."))
        return reverse("deals:quote", args=[quote.pk])

    initial = {"valid_until": quote.valid_until, "terms": quote.terms}
    context = {"deal": quote.deal, "book": quote.price_book, "title": _("Edit the draft")}
    return _write(request, quote.price_book, act, context, initial, rows_of(quote))


@require_POST
@may(Can.WORK_DEALS)
def totals(request, pk):
    """What the rows that are being written come to; rows that cannot be are left out."""
    book = get_object_or_404(PriceBook, pk=pk)
    prices = book.prices.select_related("product")
    lines = LineFormSet(request.POST, form_kwargs={"prices": prices})
    lines.is_valid()
    whole = [form.line() for form in lines if not form.errors and form.cleaned_data.get("price")]
    sums = reckon(whole, currency=book.currency, tax_percent=book.tax_percent)
    return render(request, "deals/quote/_totals.html", {"sums": sums, "book": book})


def _write(request, book, act, context, initial=None, rows=()):
    prices = book.prices.select_related("product")
    data = _with_rows(request.POST) if request.method == "POST" else None
    form = QuoteForm(data, initial=initial)
    lines = LineFormSet(data, form_kwargs={"prices": prices}, initial=rows)
    asked_for_rows = data is not None and "more" in data
    if data is not None and not asked_for_rows and form.is_valid() and lines.is_valid():
        values = dict(form.cleaned_data)
        with refusals_on(form):
            key = values.pop("once")
            return redirect(once(key, lambda: act(values, lines_of(lines))))
    status = 200 if data is None or asked_for_rows else 422
    page = {"form": form, "lines": lines, **context}
    return render(request, "deals/quote_edit.html", page, status=status)


def _with_rows(data):
    """The same data, with more empty rows where the reader asked for them."""
    data = data.copy()
    if "more" in data:
        data["form-TOTAL_FORMS"] = str(int(data.get("form-TOTAL_FORMS") or 0) + SHOWN)
    return data


def _chosen(books, wanted, currency):
    """The book asked for, else one in the deal's currency, else any; None where there is none."""
    by_key = {str(book.pk): book for book in books}
    fitting = [book for book in books if book.currency == currency]
    return by_key.get(wanted) or next(iter([*fitting, *books]), None)
