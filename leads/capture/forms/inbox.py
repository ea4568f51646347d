from django import forms
from django.utils.translation import gettext_lazy

from funnel.once import OnceField
from leads.capture.forms.layout import WITH_COUNTRY


class MendingForm(forms.Form):
    """The values of one submission, to be corrected."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200, required=False)
    email = forms.CharField(label=gettext_lazy("E-mail"), max_length=254, required=False)
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        max_length=40,
        required=False,
        help_text=WITH_COUNTRY,
    )
    company = forms.CharField(label=gettext_lazy("Company"), max_length=200, required=False)
    words = forms.CharField(
        label=gettext_lazy("In their words"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    heard_from = forms.CharField(
        label=gettext_lazy("How they heard of us"), max_length=200, required=False
    )


class BlockForm(forms.Form):
    once = OnceField()
    words = forms.CharField(
        label=gettext_lazy("Words"),
        help_text=gettext_lazy("One a line: a word, a domain, a piece of text."),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class InboxForm(forms.Form):
    """The sentence of filters above what came in."""

    q = forms.CharField(
        required=False,
        label=gettext_lazy("with"),
        widget=forms.TextInput(attrs={"placeholder": gettext_lazy("a name, a mail, a word")}),
    )
    view = forms.CharField(required=False, widget=forms.HiddenInput)
