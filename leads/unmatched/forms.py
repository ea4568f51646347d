from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.once import OnceField
from leads.campaigns.models import Campaign


class KeyForm(forms.Form):
    """Which words are meant: they stand in the address of the page, as strangers wrote them."""

    value = forms.CharField(required=False, max_length=100, strip=False)
    source = forms.CharField(required=False, max_length=100, strip=False)
    medium = forms.CharField(required=False, max_length=100, strip=False)

    @property
    def key(self):
        typed = self.cleaned_data
        return typed["value"], typed["source"], typed["medium"]


class NamingForm(forms.Form):
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(), label=_("Belongs to"), empty_label=_("Choose a campaign")
    )
    once = OnceField()

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["campaign"].queryset = Campaign.objects.visible_to(user)
