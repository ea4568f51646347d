from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from funnel.once import OnceField
from funnel.tiles import DayField
from leads.lead.models import LeadKind


class PaymentForm(forms.Form):
    amount = forms.DecimalField(
        label=_("Amount"),
        max_digits=14,
        decimal_places=3,
        localize=True,
        help_text=_("Below 0 takes back what was entered by mistake, or money that went back."),
    )
    on = DayField(label=_("Day"), required=True, initial=localdate)
    note = forms.CharField(label=_("Note"), max_length=200, required=False)
    more = forms.BooleanField(
        label=_("It is more than is owed: yes, write it down"),
        required=False,
        widget=forms.HiddenInput,
    )
    once = OnceField()

    def add_error(self, field, error):
        """The tick is there for whom it is asked of."""
        if field == "more":
            self.fields["more"].widget = forms.CheckboxInput()
        super().add_error(field, error)


class DeliveryForm(forms.Form):
    what = forms.CharField(label=_("What"), max_length=200)
    promised_on = DayField(label=_("Promised for"), required=True)
    once = OnceField()


class AcceptDeliveryForm(forms.Form):
    name = forms.CharField(label=_("Who accepted it"), max_length=120)


class EpisodeForm(forms.Form):
    """A customer comes again."""

    kind = forms.ChoiceField(
        label=_("What kind of interest"),
        choices=[choice for choice in LeadKind.choices if choice[0] != LeadKind.NEW],
        widget=forms.RadioSelect,
        initial=LeadKind.REPEAT,
    )
    words = forms.CharField(
        label=_("In their words"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    once = OnceField()
