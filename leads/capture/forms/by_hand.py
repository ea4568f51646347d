from crispy_forms.layout import Row
from django import forms
from django.utils.translation import gettext_lazy

from funnel.once import OnceField
from leads.campaigns.models import Campaign, Channel
from leads.capture.forms.layout import WITH_COUNTRY, plain
from leads.products.models import Product

NONE = "—"


class LeadForm(forms.Form):
    """A lead typed by hand, on one short form."""

    once = OnceField()
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254, required=False)
    phone = forms.CharField(
        label=gettext_lazy("Phone"), max_length=40, required=False, help_text=WITH_COUNTRY
    )
    company = forms.CharField(label=gettext_lazy("Company"), max_length=200, required=False)
    words = forms.CharField(
        label=gettext_lazy("In their words"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(),
        label=gettext_lazy("Campaign"),
        required=False,
        empty_label=NONE,
    )
    channel = forms.ModelChoiceField(
        Channel.objects.all(),
        label=gettext_lazy("Channel"),
        required=False,
        empty_label=NONE,
        help_text=gettext_lazy("The campaign’s own, if you leave it empty."),
    )
    product = forms.ModelChoiceField(
        Product.objects.filter(active=True),
        label=gettext_lazy("Interest in"),
        required=False,
        empty_label=NONE,
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        campaigns = Campaign.objects.visible_to(user)
        self.fields["campaign"].queryset = campaigns.filter(archived_at=None)
        rows = Row("name", "company"), Row("email", "phone"), "words"
        self.helper = plain(*rows, Row("campaign", "channel"), "product", "once")
