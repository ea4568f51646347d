from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.once import OnceField
from leads.campaigns.models import Channel
from leads.links.models import UtmKind, UtmValue
from leads.links.models.dictionary import COUNTS_AS


class ValueForm(forms.Form):
    """A source or a medium of the dictionary; which of the two is chosen once."""

    kind = forms.ChoiceField(label=_("Kind"), choices=UtmKind.choices)
    value = forms.CharField(label=_("Value"), max_length=60)
    channel = forms.ModelChoiceField(
        Channel.objects.all(),
        label=_("Channel it stands for"),
        required=False,
        empty_label=_("none: the other of the two says it"),
        help_text=_("Where source and medium say different ones, the source’s counts."),
    )
    counts_as = forms.ChoiceField(
        label=_("A click counts as"),
        choices=COUNTS_AS,
        help_text=_("The medium says it."),
    )
    aliases = forms.CharField(
        label=_("Other spellings"),
        required=False,
        max_length=1000,
        help_text=_("With commas between them. They are read as this value."),
    )
    once = OnceField()

    def __init__(self, *args, value=None, **kwargs):
        super().__init__(*args, **kwargs)
        if value:
            del self.fields["kind"], self.fields["value"]
        if value and value.kind == UtmKind.SOURCE:
            self.fields["counts_as"].widget = forms.HiddenInput()

    def clean_aliases(self):
        return [part for part in self.cleaned_data["aliases"].split(",") if part.strip()]


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(UtmValue.objects.none(), label=_("Read it as"), empty_label="—")
    once = OnceField()

    def __init__(self, value, *args, **kwargs):
        super().__init__(*args, **kwargs)
        same = UtmValue.objects.filter(kind=value.kind).exclude(pk=value.pk)
        self.fields["into"].queryset = same
