from datetime import datetime, time, timedelta

from django import forms
from django.utils.timezone import get_current_timezone, localdate, now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from deals.answers.tries import UNREACHABLE, tries_said
from funnel.models import ReasonKind
from funnel.templatetags.funnel import day
from funnel.tiles import DayField, words_field
from leads.agreement.reasons import AgreedReasonField
from leads.handoff.forms import ReceiverForm
from leads.stages import HandoffStage


class FirstHasFocus(forms.RadioSelect):
    """Radios of a page that a key opens: Enter goes with the first, the arrows choose another."""

    def create_option(self, name, value, label, selected, index, **kwargs):
        option = super().create_option(name, value, label, selected, index, **kwargs)
        option["attrs"] |= {"autofocus": True} if index == 0 else {}
        return option


class ReturnForm(forms.Form):
    """Why a lead goes back over the line."""

    reason = AgreedReasonField(ReasonKind.RETURN, label=_("Why it goes back"))
    until = DayField(label=_("Until when?"))
    words = words_field(_("In words, for marketing"))

    def __init__(self, *args, handoff, **kwargs):
        """Its agreement says with which reasons; nobody is unreachable before it is accepted."""
        super().__init__(*args, **kwargs)
        field, waits = self.fields["reason"], handoff.stage == HandoffStage.OFFERED
        field.under(handoff.agreement, without=[UNREACHABLE] if waits else [])
        if UNREACHABLE in field.named:
            field.help_text = tries_said(handoff)


class PassForm(ReceiverForm):
    """Who answers it instead. `away` is {colleague's key: the last day of their absence}."""

    words = words_field(_("In words, for them"))

    def __init__(self, *args, away=(), **kwargs):
        super().__init__(*args, **kwargs)
        away, choices = dict(away), self.fields["receiver"].choices
        people = [(f"user-{user.pk}", _named(user, away.get(user.pk))) for user in self.sellers]
        self.fields["receiver"].choices = [*choices[:-1], (choices[-1][0], people)]
        # A key opens the page: Enter goes with what the list says.
        self.fields["receiver"].widget.attrs |= {"autofocus": True, "data-enter": True}


class SnoozeForm(forms.Form):
    """Until when a waiting offer is out of sight."""

    until = forms.ChoiceField(
        label=_("Until when?"),
        choices=[
            ("1", _("In one hour")),
            ("3", _("In three hours")),
            ("tomorrow", _("Tomorrow at nine")),
        ],
        widget=FirstHasFocus,
        initial="1",
    )

    def clean_until(self):
        """The moment that was chosen, in the reader's zone."""
        chosen = self.cleaned_data["until"]
        if chosen != "tomorrow":
            return now() + timedelta(hours=int(chosen))
        day = localdate() + timedelta(days=1)
        return datetime.combine(day, time(9), get_current_timezone())


def _named(user, until):
    words = gettext("%(name)s, away until %(day)s")
    return words % {"name": user.name, "day": day(until)} if until else user.name
