from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.models import Team
from funnel.once import OnceField
from funnel.roles.words import ROLE_LABELS, ROLE_TASKS


def role_choices():
    return [(role, f"{label}: {ROLE_TASKS[role]}") for role, label in ROLE_LABELS.items()]


class ColleagueForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), help_text=_("They sign in with it."))
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        required=False,
        choices=role_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Several are possible. Without one they can sign in and see nothing."),
    )
    teams = forms.ModelMultipleChoiceField(
        label=_("Teams"),
        required=False,
        queryset=Team.objects.all(),
        widget=forms.CheckboxSelectMultiple,
    )
    once = OnceField()

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, **kwargs)
        if user and user.source_key:
            self.fields["email"].required = False
            self.fields["email"].help_text = _("From a file; with an e-mail they can sign in.")
        if not self.fields["teams"].queryset.exists():
            del self.fields["teams"]


class FindForm(forms.Form):
    q = forms.CharField(
        label=_("named"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"placeholder": _("any name")}),
    )
