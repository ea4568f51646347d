from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from funnel.once import OnceField
from funnel.tiles import DayField
from leads.responses.statuses import Status, statuses_of


class SearchForm(forms.Form):
    """The sentence of filters above the list."""

    q = forms.CharField(
        required=False,
        max_length=100,
        label=_("matching"),
        widget=forms.TextInput(attrs={"placeholder": _("name, mail, company")}),
    )
    view = forms.CharField(required=False, widget=forms.HiddenInput)


class StatusForm(forms.Form):
    """What they are now, and since when."""

    status = forms.ChoiceField(label=_("They are"))
    on = DayField(label=_("Since"), required=True)

    def __init__(self, *args, campaign, **kwargs):
        super().__init__(*args, **kwargs)
        labels = dict(Status.choices)
        self.fields["status"].choices = [(each, labels[each]) for each in statuses_of(campaign)]
        self.initial.setdefault("on", localdate())


class ListedForm(StatusForm):
    """Many people, named by their mail addresses or phone numbers."""

    who = forms.CharField(
        label=_("Who"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Mail addresses or phone numbers of people who are here, one per line."),
    )
    once = OnceField()
    field_order = ["who", "status", "on", "once"]
