from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.models import ReasonKind
from funnel.tiles import DayField, words_field
from leads.agreement.queries import in_force
from leads.agreement.reasons import AgreedReasonField


class MarketingsReasonForm(forms.Form):
    """With the reasons that hold now."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].under(in_force())


class DisqualifyForm(MarketingsReasonForm):
    """Why an episode ends before it reached sales."""

    reason = AgreedReasonField(ReasonKind.DISQUALIFY, label=_("Why it ends here"))
    words = words_field(_("In words"))


class PutOffForm(forms.Form):
    """Until when a sleeping lead sleeps on."""

    until = DayField(label=_("Until when?"), required=True)


class RecycleForm(MarketingsReasonForm):
    """Why a lead is put away, and until when."""

    reason = AgreedReasonField(ReasonKind.RECYCLE, label=_("Why it is put away"))
    until = DayField(
        label=_("Until when?"),
        help_text=_("It wakes on that day, or as soon as they show interest again, if earlier."),
    )
    words = words_field(_("In words"))
