from django import forms
from django.utils.translation import gettext_lazy as _

from deals.pipeline.models import Knowable
from deals.stages import OPEN, DealStage
from funnel.models import ReasonKind
from funnel.tiles import DayField, ReasonField, words_field
from leads.agreement.queries import in_force
from leads.agreement.reasons import AgreedReasonField


class WinForm(forms.Form):
    reason = ReasonField(ReasonKind.WIN, label=_("Why they bought"))
    words = words_field(_("In their words"))


class LossForm(forms.Form):
    """Why they did not buy, and what the line could have known."""

    reason = ReasonField(
        ReasonKind.LOSS,
        label=_("Why they did not buy"),
        required=True,
        error_messages={"required": _("Choose a reason.")},
    )
    words = words_field(_("In their words"))
    knowable = forms.ChoiceField(
        label=_("Could it have been known at the hand-off?"),
        choices=Knowable,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of these.")},
    )
    back_until = DayField(label=_("Return to marketing until"))
    back_reason = AgreedReasonField(
        ReasonKind.RECYCLE,
        widget=forms.Select,
        label=_("Why it goes back"),
        empty_label=_("does not go back"),
    )

    def __init__(self, *args, deal, **kwargs):
        super().__init__(*args, **kwargs)
        if deal.lead is None:  # nothing could go back
            del self.fields["back_until"], self.fields["back_reason"]
        else:
            self.fields["back_reason"].under(in_force())

    def clean(self):
        """What several fields lack is told together."""
        values = super().clean()
        reason = values.get("reason")
        if reason and reason.needs_words and not values.get("words"):
            self.add_error("words", _("Say it in words."))
        if values.get("back_until") and not values.get("back_reason"):
            self.add_error("back_reason", _("Choose why it goes back."))
        return values


class ReopenForm(forms.Form):
    to = forms.ChoiceField(label=_("At which stage"), widget=forms.RadioSelect)

    def __init__(self, *args, deal, **kwargs):
        super().__init__(*args, **kwargs)
        legal = [stage for stage in OPEN if deal.machine.allows(deal.stage, stage)]
        self.fields["to"].choices = [(stage.value, stage.label) for stage in legal]
        self.fields["to"].initial = legal[-1].value if legal else None

    def clean_to(self):
        return DealStage(self.cleaned_data["to"])
