from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, Row
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.editing import EditForm
from funnel.once import OnceField
from leads.campaigns.models import Campaign, Channel
from leads.capture.actions.deciding import problem_of
from leads.capture.actions.keeping import LONGEST
from leads.capture.models import Form
from leads.people.keys import phone_key
from leads.products.models import Product

TRAP = "website"
NONE = "—"
WITH_COUNTRY = gettext_lazy("With the country code, like +49 40 123456.")


class HostedForm(forms.Form):
    """What a stranger fills. `website` is a trap: people do not see it."""

    words = forms.CharField(
        label=gettext_lazy("What is it about?"),
        max_length=LONGEST["words"],
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=LONGEST["name"],
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    company = forms.CharField(
        label=gettext_lazy("Company, if any"),
        max_length=LONGEST["company"],
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        max_length=LONGEST["email"],
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("or phone"),
        max_length=LONGEST["phone"],
        required=False,
        help_text=WITH_COUNTRY,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    website = forms.CharField(
        label=gettext_lazy("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, form, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = {"company": form.asks_company, "phone": form.asks_phone}
        for name in [name for name, wanted in asked.items() if not wanted]:
            del self.fields[name]
        self.fields["email"].required = not form.asks_phone
        self.helper = _beside(self.fields)

    @property
    def sent(self):
        """What was typed, raw; the trap only where something is in it."""
        values = {name: self.data.get(name, "") for name in self.fields if name != "ticket"}
        return {name: value for name, value in values.items() if value or name != TRAP}

    @property
    def trapped(self):
        return bool(self.data.get(TRAP))

    def clean(self):
        typed = super().clean()
        if self.errors:
            return typed
        if not typed.get("email") and not typed.get("phone"):
            self.add_error("email", _("Leave an e-mail address or a phone number, one is enough."))
        elif not typed.get("email") and phone_key(typed["phone"]) is None:
            self.add_error("phone", _("Begin with + and your country’s code."))
        elif problem := problem_of(typed):
            self.add_error("email", problem)
        return typed


def _beside(fields):
    pairs = [("name", "company"), ("email", "phone")]
    rows = [Row(*[name for name in pair if name in fields]) for pair in pairs]
    trap = Div(TRAP, css_class="trap", aria_hidden="true")
    return _plain("words", *rows, trap, "ticket")


def _plain(*rows):
    helper = FormHelper()
    helper.form_tag, helper.disable_csrf = False, True
    helper.layout = Layout(*rows)
    return helper


class FormForm(EditForm):
    once = OnceField()

    class Meta:
        model = Form
        fields = ["title", "intro", "asks_company", "asks_phone", "thanks", "open"]
        widgets = {"intro": forms.Textarea(attrs={"rows": 3})}
        labels = {"open": gettext_lazy("Open: strangers can send it")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["once"]


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
        self.helper = _plain(*rows, Row("campaign", "channel"), "product", "once")


class MendingForm(forms.Form):
    """The values of one submission, to be corrected."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200, required=False)
    email = forms.CharField(label=gettext_lazy("E-mail"), max_length=254, required=False)
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        max_length=40,
        required=False,
        help_text=WITH_COUNTRY,
    )
    company = forms.CharField(label=gettext_lazy("Company"), max_length=200, required=False)
    words = forms.CharField(
        label=gettext_lazy("In their words"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
