from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.tiles import words_field


class HoldForm(forms.Form):
    """Why a clock is held."""

    words = words_field(_("Why"), help_text=_("It is counted in the scorecard of both sides."))
