from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.models import User
from funnel.permissions import Can
from leads.campaigns.models import Campaign, Channel


class ListForm(forms.Form):
    """The sentence of filters above the list of leads."""

    q = forms.CharField(
        label=_("matching"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("name, mail, company")}),
    )
    channel = forms.ModelChoiceField(
        Channel.objects.all(), label=_("from"), required=False, empty_label=_("any channel")
    )
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(), label=_("of"), required=False, empty_label=_("any campaign")
    )
    owner = forms.ModelChoiceField(
        User.objects.none(), label=_("owned by"), required=False, empty_label=_("anybody")
    )
    view = forms.CharField(required=False, widget=forms.HiddenInput)
    sort = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["campaign"].queryset = Campaign.objects.visible_to(user)
        if not user.has_perm(Can.SEE_CAMPAIGNS):
            del self.fields["campaign"]
        self.fields["owner"].queryset = User.objects.filter(leads__isnull=False).distinct()

    @property
    def wanted(self):
        """The filters that are set; a value that is none of the choices filters nothing."""
        self.is_valid()
        names = ("q", "channel", "campaign", "owner")
        return {name: value for name in names if (value := self.cleaned_data.get(name))}
