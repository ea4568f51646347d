from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.models import ReasonKind, Side
from funnel.once import OnceField


class NewReasonForm(forms.Form):
    kind = forms.ChoiceField(label=_("For"), choices=ReasonKind.choices)
    label = forms.CharField(label=_("What it is called"), max_length=80)
    side = forms.ChoiceField(
        label=_("Whose debt it is"),
        choices=Side.choices,
        help_text=_("Reports add reasons up by side."),
    )
    needs_words = forms.BooleanField(label=_("Asks for words"), required=False)
    needs_date = forms.BooleanField(label=_("Asks until when"), required=False)
    once = OnceField()


class ReasonForm(forms.Form):
    label = forms.CharField(label=_("What it is called"), max_length=80)
    side = forms.ChoiceField(
        label=_("Whose debt it is"),
        choices=Side.choices,
        help_text=_("What was recorded keeps the side it had then."),
    )
    active = forms.BooleanField(label=_("Can be chosen"), required=False)
