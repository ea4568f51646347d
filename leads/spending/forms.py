from crispy_forms.layout import Row
from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from funnel.models import Organisation
from funnel.once import OnceField
from funnel.tiles import DayField
from leads.campaigns.forms.rows import in_rows
from leads.spending.models import ReachEntry, SpendEntry


class SpendForm(forms.ModelForm):
    once = OnceField()
    currency = forms.CharField(label=_("Currency"), min_length=3, max_length=3)
    rate = forms.DecimalField(
        label=_("Rate"),
        max_digits=18,
        decimal_places=8,
        required=False,
        help_text=_("Only for another currency: what one of it is worth in ours."),
    )

    class Meta:
        model = SpendEntry
        fields = ["on", "kind", "amount", "currency", "rate", "note"]
        field_classes = {"on": DayField}
        help_texts = {"amount": _("Below 0 takes back what was written wrongly.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", localdate())
        self.initial.setdefault("currency", Organisation.current().currency)
        rows = Row("on", "kind"), Row("amount", "currency", "rate"), "note"
        self.helper = in_rows(*rows, "once")

    def clean_currency(self):
        return self.cleaned_data["currency"].upper()


class ReachForm(forms.ModelForm):
    once = OnceField()

    class Meta:
        model = ReachEntry
        fields = ["on", "kind", "count", "note"]
        field_classes = {"on": DayField}
        help_texts = {"count": _("Below 0 takes back what was written wrongly.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", localdate())
        self.helper = in_rows(Row("on", "kind", "count"), "note", "once")
