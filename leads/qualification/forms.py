from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.models import ReasonKind
from funnel.tiles import DayField, ReasonField, words_field


class DisqualifyForm(forms.Form):
    """Why an episode ends before it reached sales."""

    reason = ReasonField(ReasonKind.DISQUALIFY, label=_("Why it ends here"))
    words = words_field(_("In words"))


class RecycleForm(forms.Form):
    """Why a lead is put away, and until when."""

    reason = ReasonField(ReasonKind.RECYCLE, label=_("Why it is put away"))
    until = DayField(label=_("Until when?"))
    words = words_field(_("In words"))
