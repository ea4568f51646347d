from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from deals.pipeline.models import Deal
from deals.pipeline.queries import owners
from funnel.editing import EditForm
from funnel.models import Organisation, Team, User
from funnel.once import OnceField
from funnel.permissions import Can
from funnel.tiles import DayField

RATE_HELP = _("Only for a foreign currency: what one of it is worth in ours.")


class DealFilters(forms.Form):
    """The sentence above the board and the list."""

    owner = forms.ModelChoiceField(
        User.objects.none(), required=False, label=_("of"), empty_label=_("everyone")
    )
    team = forms.ModelChoiceField(
        Team.objects.all(), required=False, label=_("in"), empty_label=_("all teams")
    )
    q = forms.CharField(required=False, label=_("with"))
    view = forms.CharField(required=False, widget=forms.HiddenInput)
    layout = forms.CharField(required=False, widget=forms.HiddenInput)
    batch = forms.IntegerField(  # those that one import made
        required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = owners(user)
        self.fields["q"].widget.attrs["placeholder"] = _("any name")


class DealForm(forms.Form):
    """A new deal; without a lead it asks who it is with."""

    once = OnceField()
    name = forms.CharField(label=_("What it is about"), max_length=200)
    amount = forms.DecimalField(
        label=_("Amount"),
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=3,
        localize=True,
    )
    currency = forms.CharField(label=_("Currency"), min_length=3, max_length=3)
    rate = forms.DecimalField(
        label=_("Rate"),
        required=False,
        max_digits=18,
        decimal_places=8,
        help_text=RATE_HELP,
        localize=True,
    )
    expected_on = DayField(label=_("Expected close"))
    person_name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(
        label=_("E-mail"), required=False, help_text=_("Somebody we know is found by it.")
    )
    phone = forms.CharField(label=_("Phone"), required=False, max_length=40)
    company = forms.CharField(label=_("Company"), required=False, max_length=200)

    def __init__(self, *args, lead=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["currency"].initial = Organisation.current().currency
        who = ["person_name", Row("email", "phone"), "company"]
        if lead:
            for name in WHO:
                del self.fields[name]
        what = ["name", Row("amount", "currency", "rate"), "expected_on", "once"]
        self.helper = _helper(
            *what if lead else (Fieldset(_("With whom"), *who), Fieldset(_("About what"), *what))
        )

    def clean_currency(self):
        return self.cleaned_data["currency"].upper()


WHO = ("person_name", "email", "phone", "company")


class DealEditForm(EditForm):
    class Meta:
        model = Deal
        fields = ["name", "amount", "currency", "rate", "expected_on", "owner"]
        field_classes = {"expected_on": DayField}
        localized_fields = ["amount", "rate"]
        help_texts = {"rate": RATE_HELP}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rate"].required = False
        self.initial["rate"] = self.value_of(self.instance, "rate")
        if user.has_perm(Can.CHANGE_OWNERS):
            self.fields["owner"].queryset = sellers()
            last = ["expected_on", "owner"]
        else:
            del self.fields["owner"]
            last = ["expected_on"]
        self.helper = _helper("name", Row("amount", "currency", "rate"), Row(*last), "version")

    def value_of(self, row, name):
        """Our own currency has no rate to show."""
        if name == "rate" and row.currency == Organisation.current().currency:
            return None
        return super().value_of(row, name)

    def clean_currency(self):
        return self.cleaned_data["currency"].upper()


def sellers():
    """Everybody who may work deals and may sign in."""
    return User.objects.filter(
        is_active=True, groups__permissions__codename=Can.WORK_DEALS.codename
    ).distinct()


def _helper(*layout):
    helper = FormHelper()
    helper.form_tag, helper.disable_csrf = False, True
    helper.layout = Layout(*layout)
    return helper
