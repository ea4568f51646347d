from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.once import OnceField


class ChannelForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=60)
    trackable = forms.BooleanField(
        label=_("People can be told apart there"),
        required=False,
        initial=True,
        help_text=_("Not on radio or in print: there only heads are counted."),
    )
    once = OnceField()
