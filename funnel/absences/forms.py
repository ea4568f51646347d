from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.models import User
from funnel.once import OnceField
from funnel.tiles import DayField


class AbsenceForm(forms.Form):
    """`whose`: the colleagues to choose from, or None where it is said already."""

    user = forms.ModelChoiceField(User.objects.none(), label=_("Who"))
    first_on = DayField(label=_("First day"), required=True)
    last_on = DayField(label=_("Last day"), required=True, help_text=_("It is included."))
    words = forms.CharField(
        label=_("Words"),
        max_length=200,
        required=False,
        help_text=_("Whoever runs the line reads them too."),
    )
    once = OnceField()

    def __init__(self, *args, whose=None, **kwargs):
        super().__init__(*args, **kwargs)
        if whose is None:
            del self.fields["user"]
        else:
            self.fields["user"].queryset = whose
