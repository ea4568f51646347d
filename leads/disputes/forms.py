from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.tiles import words_field


class ReplyForm(forms.Form):
    """What marketing says to a return."""

    words = words_field(
        _("In words"), required=True, error_messages={"required": _("Write your answer.")}
    )


class DisputeForm(forms.Form):
    """Why a return is not right."""

    words = words_field(
        _("In words"),
        required=True,
        error_messages={"required": _("Say why the return is not right.")},
    )


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
    words = words_field(
        _("Why, for both sides"),
        required=True,
        error_messages={"required": _("Say why, for both sides.")},
    )
