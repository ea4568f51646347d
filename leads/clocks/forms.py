from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.tiles import words_field


class HoldForm(forms.Form):
    """Why a clock is held."""

    words = words_field(
        _("Why"),
        required=True,
        help_text=_("It is counted in the scorecard of both sides."),
        error_messages={"required": _("Say why the clock is held.")},
    )
