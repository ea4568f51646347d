from crispy_forms.layout import Div, Row
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.capture.actions.deciding import problem_of
from leads.capture.actions.keeping import LONGEST
from leads.capture.forms.layout import WITH_COUNTRY, plain
from leads.people.keys import phone_key

TRAP = "website"


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
    return plain("words", *rows, trap, "ticket")
