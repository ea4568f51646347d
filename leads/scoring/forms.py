from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.once import OnceField
from leads.scoring.conditions import FIT, TOUCHED
from leads.scoring.models import HIGHEST
from leads.touches.models import TouchKind


def _asked():
    fit = [(key, asked.sentence) for key, asked in FIT.items()]
    touched = [(f"{TOUCHED}-{kind}", label) for kind, label in TouchKind.choices]
    return [
        ("", _("Choose what the rule asks")),
        (_("Fit: what is known of them"), fit),
        (_("Engagement: how they were in touch"), touched),
    ]


class ChangeForm(forms.Form):
    points = forms.IntegerField(
        label=_("Points"),
        min_value=-HIGHEST,
        max_value=HIGHEST,
        help_text=_("Below 0 for what speaks against them."),
    )
    days = forms.IntegerField(
        label=_("Days it counts"),
        min_value=1,
        max_value=3650,
        required=False,
        help_text=_("Of engagement only. Empty: it halves every 30 days and has no last day."),
    )
    active = forms.BooleanField(label=_("In use"), required=False, initial=True)
    once = OnceField()


class NewForm(ChangeForm):
    asks = forms.ChoiceField(label=_("What the rule asks"), choices=_asked)
    active = None
    field_order = ("asks", "points", "days")

    def clean_asks(self):
        """As a rule keeps it: {condition: value}."""
        key, _dash, kind = self.cleaned_data["asks"].partition("-")
        return {key: kind or True}
