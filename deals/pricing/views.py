from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from deals.pricing.actions import open_book, set_prices
from deals.pricing.forms import BookForm, OpenBookForm, PricesForm
from deals.pricing.models import PriceBook
from deals.pricing.queries import books, priceable
from funnel.editing import edit_page
from funnel.http import form_page, may
from funnel.listing import paged
from funnel.models import Organisation
from funnel.permissions import Can


@may(Can.SEE_DEALS)
def index(request):
    return render(request, "deals/price_book_list.html", {"page": paged(request, books())})


@may(Can.SEE_DEALS)
def show(request, pk):
    book = get_object_or_404(PriceBook, pk=pk)
    context = {"book": book, "prices": book.prices.select_related("product")}
    return render(request, "deals/price_book_detail.html", context)


@may(Can.SET_PRICES)
def create(request):
    initial = {"currency": Organisation.current().currency}
    form = OpenBookForm(request.POST or None, initial=initial)

    def act(values):
        book = open_book(**values)
        messages.success(request, _("%s is open. Now its prices.") % book)
        return reverse("deals:prices", args=[book.pk])

    title = _("New price book")
    return form_page(request, form, act, title=title, verb=_("Open it"), **_back())


@may(Can.SET_PRICES)
def edit(request, pk):
    book = get_object_or_404(PriceBook, pk=pk)
    form = BookForm(request.POST or None, instance=book)
    return edit_page(request, form, title=_("Edit %s") % book, **_back())


@may(Can.SET_PRICES)
def prices(request, pk):
    book = get_object_or_404(PriceBook, pk=pk)
    form = PricesForm(request.POST or None, book=book, products=priceable(book))

    def act(_values):
        set_prices(book, form.amounts())
        messages.success(request, _("The prices of %s are set.") % book)
        return reverse("deals:price_book", args=[book.pk])

    sentence = _("In %s, for one. What is left empty is not sold from this book.") % book.currency
    title = _("Prices of %s") % book
    return form_page(request, form, act, title=title, sentence=sentence, **_back())


def _back():
    return {"back": reverse("deals:price_books"), "back_label": _("Price books")}
