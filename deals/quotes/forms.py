from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from deals.models import Price
from deals.quotes.actions import Line
from funnel.once import OnceField
from funnel.templatetags.funnel import money
from funnel.tiles import DayField, words_field

SHOWN, MOST = 4, 60  # rows at first, rows at most


class LineForm(forms.Form):
    """One row; without a product it is not there."""

    price = forms.ModelChoiceField(
        Price.objects.none(), label=_("Product"), required=False, empty_label=_("choose a product")
    )
    quantity = forms.DecimalField(
        label=_("How many"), required=False, min_value=Decimal("0.001"), decimal_places=3
    )
    discount_percent = forms.DecimalField(
        label=_("Discount, %"), required=False, min_value=0, max_value=100, decimal_places=2
    )

    def __init__(self, *args, prices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["price"].queryset = prices
        self.fields["price"].label_from_instance = _named

    def clean(self):
        values = super().clean()
        if values.get("price") and not values.get("quantity") and "quantity" not in self.errors:
            self.add_error("quantity", _("How many?"))
        return values

    def line(self):
        values = self.cleaned_data
        return Line(values["price"], values["quantity"], values["discount_percent"] or Decimal(0))


def _named(price):
    amount = money(price.amount, price.price_book.currency)
    return f"{price.product.name} · {amount} / {price.product.unit}"


LineFormSet = forms.formset_factory(
    LineForm, extra=0, min_num=SHOWN, max_num=MOST, absolute_max=MOST
)


class QuoteForm(forms.Form):
    valid_until = DayField(label=_("Valid until"))
    terms = words_field(_("Delivery, payment, terms"))
    once = OnceField()


class RateForm(forms.Form):
    """What one of the quote's currency is worth in ours, where the deal does not say it yet."""

    rate = forms.DecimalField(
        label=_("Rate"), required=False, max_digits=18, decimal_places=8, localize=True
    )


class NameForm(forms.Form):
    """The customer's own name, typed by them or by who heard it on the phone."""

    name = forms.CharField(label=_("Your name"), max_length=120, required=False)


class DeclineForm(forms.Form):
    words = words_field(_("What would have to be different?"), max_length=2000)


def lines_of(formset):
    """The Lines that were filled in, in their order."""
    return [form.line() for form in formset if form.cleaned_data.get("price")]


def rows_of(quote):
    """The rows of a draft as the formset's initial data."""
    return [
        {
            "price": quote.price_book.prices.filter(product=line.product).first(),
            "quantity": line.quantity.normalize(),
            "discount_percent": line.discount_percent.normalize() or None,
        }
        for line in quote.lines.select_related("product")
    ]
