from crispy_forms.layout import Row
from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from funnel.models import Organisation
from funnel.once import OnceField
from funnel.templatetags.funnel import day, money
from funnel.tiles import DayField
from leads.campaigns.forms.rows import in_rows
from leads.campaigns.models import Campaign
from leads.spending.models import Head, ReachEntry, SpendEntry
from leads.spending.queries import same_invoice


class SpendForm(forms.ModelForm):
    """Money that went to a campaign."""

    once = OnceField()
    currency = forms.CharField(label=_("Currency"), min_length=3, max_length=3)
    rate = forms.DecimalField(
        label=_("Rate"),
        max_digits=18,
        decimal_places=8,
        required=False,
        help_text=_("Only for another currency: what one of it is worth in ours."),
    )
    sure = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = SpendEntry
        fields = [
            "on",
            "until",
            "kind",
            "what",
            "vendor",
            "invoice",
            "amount",
            "currency",
            "rate",
            "note",
        ]
        field_classes = {"on": DayField, "until": DayField}
        help_texts = {
            "until": _("Only of a span: the money is spread evenly over its days."),
            "amount": _("Below 0 takes back what was written wrongly."),
        }

    before = ()  # rows that stand above

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", localdate())
        self.initial.setdefault("currency", Organisation.current().currency)
        self.helper = in_rows(
            *self.before,
            Row("on", "until"),
            Row("amount", "currency", "rate"),
            Row("kind", "what"),
            Row("vendor", "invoice"),
            "note",
            "sure",
            "once",
        )

    def clean_currency(self):
        return self.cleaned_data["currency"].upper()

    def clean(self):
        """An invoice that is written down already is asked about once, and then believed."""
        given = super().clean()
        invoice = f"{given.get('vendor')} {given.get('invoice')}"
        there = same_invoice(given.get("vendor"), given.get("invoice"))
        if there and given.pop("sure", "") != invoice:
            words = _("Written down already: %(sum)s on %(day)s. Send it again if it is another.")
            said = {"sum": money(there.amount, there.currency), "day": day(there.on)}
            self.add_error("invoice", words % said)
            self.data = self.data.copy()
            self.data[self.add_prefix("sure")] = invoice
        return given


class CompanySpendForm(SpendForm):
    """Money of any head; of bringing people in it may be a campaign's."""

    campaign = forms.ModelChoiceField(
        Campaign.objects.none(),
        label=_("Campaign"),
        required=False,
        empty_label=_("no single one"),
        help_text=_("Only of bringing people in."),
    )
    head = forms.ChoiceField(label=_("What it is for"), choices=Head, initial=Head.DEMAND)
    before = (Row("head", "campaign"),)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        seen = Campaign.objects.visible_to(user).filter(archived_at=None)
        self.fields["campaign"].queryset = seen.order_by("name")


class ReachForm(forms.ModelForm):
    once = OnceField()

    class Meta:
        model = ReachEntry
        fields = ["on", "kind", "count", "place", "note"]
        field_classes = {"on": DayField}
        help_texts = {
            "count": _("Below 0 takes back what was written wrongly."),
            "place": _("The station, the paper, the hall."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", localdate())
        self.helper = in_rows(Row("on", "kind", "count"), Row("place", "note"), "once")
