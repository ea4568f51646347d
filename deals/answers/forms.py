from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.models import ReasonKind
from funnel.tiles import DayField, ReasonField, words_field


class ReturnForm(forms.Form):
    """Why a lead goes back over the line."""

    reason = ReasonField(ReasonKind.RETURN, label=_("Why it goes back"))
    until = DayField(label=_("Until when?"))
    words = words_field(_("In words, for marketing"))
