from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.tiles import words_field


class WordsForm(forms.Form):
    """What somebody says to a return."""

    words = words_field(_("In words"))


class DecisionForm(forms.Form):
    """How a disputed return is decided."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        choices=[
            ("uphold", _("The return stands")),
            ("overturn", _("It is overturned: the lead is offered again")),
        ],
        error_messages={"required": _("Choose how it is decided.")},
    )
    words = words_field(_("Why, for both sides"))
