from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from funnel.calendars.forms import calendar_field
from funnel.models import User
from funnel.once import OnceField


class TeamForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=80)
    members = forms.ModelMultipleChoiceField(
        label=_("Members"),
        required=False,
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They share a queue, and see what their role's scope lets a team see."),
    )
    calendar = calendar_field(_("The organisation's"))
    once = OnceField()

    def __init__(self, *args, team=None, **kwargs):
        super().__init__(*args, **kwargs)
        choosable = Q(is_active=True) | Q(teams=team) if team else Q(is_active=True)
        self.fields["members"].queryset = User.objects.filter(choosable).distinct()
