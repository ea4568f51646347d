from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.tiles import DayField
from leads.campaigns.models import Campaign
from leads.spending.models import Head, SpendKind


class LedgerForm(forms.Form):
    """The sentence of filters above the ledger of money."""

    head = forms.ChoiceField(
        choices=[("", _("everything")), *Head.choices], required=False, label=_("for")
    )
    kind = forms.ChoiceField(
        choices=[("", _("any kind")), *SpendKind.choices], required=False, label=_("of")
    )
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(), required=False, label=_("on"), empty_label=_("any campaign")
    )
    words = forms.CharField(
        required=False,
        max_length=100,
        label=_("matching"),
        widget=forms.TextInput(attrs={"placeholder": _("vendor, invoice, words")}),
    )
    first = DayField(label=_("from"))
    last = DayField(label=_("until"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["campaign"].queryset = Campaign.objects.visible_to(user).order_by("name")

    def asked(self):
        """What `ledger` takes, of the filters that can be read."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
