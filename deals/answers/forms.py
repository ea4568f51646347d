from datetime import datetime, time, timedelta

from django import forms
from django.utils.timezone import get_current_timezone, localdate, now
from django.utils.translation import gettext_lazy as _

from funnel.models import ReasonKind
from funnel.tiles import DayField, ReasonField, words_field
from leads.handoff.forms import ReceiverForm


class ReturnForm(forms.Form):
    """Why a lead goes back over the line."""

    reason = ReasonField(ReasonKind.RETURN, label=_("Why it goes back"))
    until = DayField(label=_("Until when?"))
    words = words_field(_("In words, for marketing"))


class PassForm(ReceiverForm):
    """Who answers it instead."""

    words = words_field(_("In words, for them"))


class SnoozeForm(forms.Form):
    """Until when a waiting offer is out of sight."""

    until = forms.ChoiceField(
        label=_("Until when?"),
        choices=[
            ("1", _("In one hour")),
            ("3", _("In three hours")),
            ("tomorrow", _("Tomorrow at nine")),
        ],
        widget=forms.RadioSelect,
        initial="1",
    )

    def clean_until(self):
        """The moment that was chosen, in the reader's zone."""
        chosen = self.cleaned_data["until"]
        if chosen != "tomorrow":
            return now() + timedelta(hours=int(chosen))
        day = localdate() + timedelta(days=1)
        return datetime.combine(day, time(9), get_current_timezone())
