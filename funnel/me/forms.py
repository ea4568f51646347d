from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.models import User
from funnel.time_zones import time_zone_choices


class MeForm(forms.ModelForm):
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        help_text=_("Every time is shown in it."),
    )
    theme = forms.ChoiceField(
        label=_("Appearance"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("", _("As the device has it")), ("light", _("Light")), ("dark", _("Dark"))],
    )

    class Meta:
        model = User
        fields = ["name", "time_zone", "theme"]

    def __init__(self, *args, organisation, **kwargs):
        super().__init__(*args, **kwargs)
        own = _("The organisation's: %s") % organisation.time_zone
        self.fields["time_zone"].choices = [("", own), *time_zone_choices()]
