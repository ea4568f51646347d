from crispy_forms.layout import Row
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.once import OnceField
from leads.campaigns.models import Campaign, Channel
from leads.capture.actions.deciding import problem_of
from leads.capture.forms.layout import WITH_COUNTRY, plain
from leads.products.models import Product

NONE = "—"


class QuickForm(forms.Form):
    """A lead in three fields; what they hold is told apart by how it is written."""

    once = OnceField()
    who = forms.CharField(
        label=gettext_lazy("Who"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("A name; behind a comma the company."),
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off"}),
    )
    reach = forms.CharField(
        label=gettext_lazy("How to reach them"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("A mail address, a phone number with its country code, or both."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    about = forms.CharField(
        label=gettext_lazy("What about"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self):
        typed = super().clean()
        if self.errors:
            return typed
        name, _comma, company = typed["who"].partition(",")
        email, phone = told_apart(typed["reach"])
        said = {"name": name.strip(), "company": company.strip(), "email": email, "phone": phone}
        if not any((said["name"], email, phone)):
            self.add_error("who", _("Say who it is, or how to reach them."))
        elif (email or phone) and (problem := problem_of(said)):
            self.add_error("reach", problem)
        return {"once": typed.get("once"), "words": typed["about"], **said}


def told_apart(reach):
    """(mail address, phone number): whatever holds an @ is the one, the rest is the other."""
    parts = reach.replace(",", " ").replace(";", " ").split()
    mails = [part for part in parts if "@" in part]
    phone = " ".join(part for part in parts if "@" not in part)
    return " ".join(mails), phone[:40]


class LeadForm(forms.Form):
    """A lead typed by hand, on one short form."""

    once = OnceField()
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254, required=False)
    phone = forms.CharField(
        label=gettext_lazy("Phone"), max_length=40, required=False, help_text=WITH_COUNTRY
    )
    company = forms.CharField(label=gettext_lazy("Company"), max_length=200, required=False)
    words = forms.CharField(
        label=gettext_lazy("In their words"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    heard_from = forms.CharField(
        label=gettext_lazy("How did they hear of us?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("In their words; campaign and channel stay as they were tracked."),
    )
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(),
        label=gettext_lazy("Campaign"),
        required=False,
        empty_label=NONE,
    )
    channel = forms.ModelChoiceField(
        Channel.objects.all(),
        label=gettext_lazy("Channel"),
        required=False,
        empty_label=NONE,
        help_text=gettext_lazy("The campaign’s own, if you leave it empty."),
    )
    product = forms.ModelChoiceField(
        Product.objects.filter(active=True),
        label=gettext_lazy("Interest in"),
        required=False,
        empty_label=NONE,
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        campaigns = Campaign.objects.visible_to(user)
        self.fields["campaign"].queryset = campaigns.filter(archived_at=None)
        rows = Row("name", "company"), Row("email", "phone"), "words"
        self.helper = plain(*rows, Row("campaign", "channel"), "product", "heard_from", "once")
