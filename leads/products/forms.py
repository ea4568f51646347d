from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.editing import EditForm
from funnel.once import OnceField
from leads.products.models import Product


class ProductForm(EditForm):
    once = OnceField()

    class Meta:
        model = Product
        fields = ["name", "sku", "unit", "description", "active"]
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"unit": _("What one of it is: piece, metre, hour.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["once"]
        key = [name for name in ("once", "version") if name in self.fields]
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True
        self.helper.layout = Layout("name", Row("sku", "unit"), "description", "active", *key)
