from django import forms

from funnel.permissions import ROLES
from funnel.roles.words import ROLE_LABELS, SCOPES


class ScopesForm(forms.Form):
    """One choice per role whose sight can be narrowed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for role in ROLES:
            if role != "admin":
                self.fields[role] = forms.ChoiceField(
                    label=ROLE_LABELS[role], choices=list(SCOPES.items())
                )
