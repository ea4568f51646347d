from django import forms
from django.utils.translation import gettext_lazy as _

from leads.campaigns.models import Channel


class ListForm(forms.Form):
    """The sentence of filters above the list."""

    channel = forms.ModelChoiceField(
        Channel.objects.all(), required=False, label=_("on"), empty_label=_("any channel")
    )
    q = forms.CharField(
        required=False,
        label=_("named"),
        widget=forms.TextInput(attrs={"placeholder": _("any name")}),
    )
    view = forms.CharField(required=False, widget=forms.HiddenInput)
