from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.once import OnceField
from leads.merging.actions import FIELDS

WHOSE = [("kept", _("the older record's")), ("gone", _("the newer record's"))]


class MergeForm(forms.Form):
    """Whose value is right, field by field; what is not said is as the page shows it at first."""

    once = OnceField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in FIELDS:
            self.fields[name] = forms.ChoiceField(choices=WHOSE, required=False)

    def chosen(self):
        """{field: "kept" or "gone"} of what was said so far, also of a form that is refused."""
        wanted = {name: self.data.get(name) for name in FIELDS}
        return {name: whose for name, whose in wanted.items() if whose in dict(WHOSE)}
