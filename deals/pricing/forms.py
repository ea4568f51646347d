from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from deals.pricing.models import PriceBook
from funnel.editing import EditForm
from funnel.money import rounded
from funnel.once import OnceField
from funnel.tiles import DayField


class OpenBookForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=80)
    currency = forms.CharField(label=_("Currency"), min_length=3, max_length=3)
    tax_percent = forms.DecimalField(
        label=_("Tax, %"), min_value=0, max_value=100, decimal_places=2, initial=0
    )
    starts_on = DayField(label=_("From"), required=True)
    once = OnceField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True
        self.helper.layout = Layout("name", Row("currency", "tax_percent"), "starts_on", "once")

    def clean_currency(self):
        return self.cleaned_data["currency"].upper()


class BookForm(EditForm):
    class Meta:
        model = PriceBook
        fields = ["name", "tax_percent", "ends_on"]
        field_classes = {"ends_on": DayField}


class PricesForm(forms.Form):
    """One field per product; left empty, the product is not in this book."""

    def __init__(self, *args, book, products, **kwargs):
        super().__init__(*args, **kwargs)
        self.products = {f"price_{product.pk}": product for product in products}
        held = dict(book.prices.values_list("product", "amount"))
        for name, product in self.products.items():
            self.fields[name] = forms.DecimalField(
                label=f"{product.name}, {product.unit}",
                required=False,
                min_value=0,
                max_digits=14,
                decimal_places=3,
                localize=True,
                initial=_shown(held.get(product.pk), book),
            )

    def amounts(self):
        return {product: self.cleaned_data[name] for name, product in self.products.items()}


def _shown(amount, book):

    return None if amount is None else rounded(amount, book.currency)
