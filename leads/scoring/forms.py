from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.once import OnceField
from leads.scoring.conditions import CONDITIONS, FIT
from leads.scoring.models import HIGHEST


def at_least(label):
    """A number of points of a score."""
    return forms.IntegerField(label=label, min_value=1, max_value=HIGHEST, required=False)


def _asked():
    """What may be asked: those that ask for nothing more first, then group by group."""
    plain = [(key, each.sentence) for key, each in FIT.items() if not each.values]
    valued = [(key, each) for key, each in CONDITIONS.items() if each.values]
    return [
        ("", _("Choose what the rule asks")),
        (_("What is known of them"), plain),
        *((_title(each), _of(key, each)) for key, each in valued),
    ]


def _title(asked):
    return asked.sentence % "…"


def _of(key, asked):
    return [(f"{key}-{value}", words) for value, words in asked.values()]


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
        key, _dash, value = self.cleaned_data["asks"].partition("-")
        return {key: value or True}
