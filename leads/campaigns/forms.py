from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row
from django import forms
from django.core.validators import MinValueValidator
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from funnel.editing import EditForm
from funnel.models import Organisation, User
from funnel.once import OnceField
from funnel.permissions import Can, Scope
from funnel.tiles import DayField
from leads.campaigns.models import Campaign, Channel, ReachEntry, SpendEntry


class ListForm(forms.Form):
    """The sentence of filters above the list."""

    channel = forms.ModelChoiceField(
        Channel.objects.all(), required=False, label=_("on"), empty_label=_("any channel")
    )
    q = forms.CharField(
        required=False,
        label=_("named"),
        widget=forms.TextInput(attrs={"placeholder": _("any name")}),
    )
    view = forms.CharField(required=False, widget=forms.HiddenInput)


class CampaignForm(EditForm):
    once = OnceField()

    class Meta:
        model = Campaign
        fields = [
            "name",
            "channel",
            "goal",
            "starts_on",
            "ends_on",
            "owner",
            "planned_spend",
            "planned_leads",
        ]
        field_classes = {"starts_on": DayField, "ends_on": DayField}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["once"]
        self.fields["owner"].queryset = _owners(user, self.instance.owner_id)
        self.fields["planned_spend"].validators.append(MinValueValidator(0))
        self.fields["planned_spend"].help_text = _("In %s.") % Organisation.current().currency
        self.fields["channel"].empty_label = _("Choose one")
        if not self.fields["channel"].queryset.exists():
            self.fields["channel"].help_text = _("There is none yet. Settings, Channels adds them.")
        key = [name for name in ("once", "version") if name in self.fields]
        self.helper = _in_rows(
            "name",
            Row("channel", "owner"),
            "goal",
            Row("starts_on", "ends_on"),
            Row("planned_spend", "planned_leads"),
            *key,
        )


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
        super().__init__(*args, auto_id="spent_%s", **kwargs)
        self.initial.setdefault("on", localdate())
        self.initial.setdefault("currency", Organisation.current().currency)
        rows = Row("on", "kind"), Row("amount", "currency", "rate"), "note"
        self.helper = _in_rows(*rows, "once")

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
        super().__init__(*args, auto_id="reached_%s", **kwargs)
        self.initial.setdefault("on", localdate())
        self.helper = _in_rows(Row("on", "kind", "count"), "note", "once")


def _owners(user, present):
    """Whom a campaign can be given to: those who run campaigns, and whoever has it now."""
    if user.scope != Scope.ALL:
        return User.objects.filter(pk__in=[user.pk, present or user.pk])
    able = User.objects.filter(
        is_active=True, groups__permissions__codename=Can.RUN_CAMPAIGNS.codename
    )
    return User.objects.filter(
        pk__in=[user.pk, present or user.pk, *able.values_list("pk", flat=True)]
    )


def _in_rows(*rows):
    helper = FormHelper()
    helper.form_tag, helper.disable_csrf = False, True
    helper.layout = Layout(*rows)
    return helper
