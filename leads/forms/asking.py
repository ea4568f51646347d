"""How each kind of field is asked: the field of a web form."""

from django import forms

from leads.forms.content import YES
from leads.forms.kinds import WORDS

MOST = {"name": 200, "email": 254, "phone": 40, "company": 200, "heard_from": 200, "text": 500}
LONG = 4000
FILLED_BY_BROWSERS = {"name": "name", "email": "email", "phone": "tel", "company": "organization"}


def asked_as(asked, phrases):
    """The field of a web form for one Asked."""
    field = _KINDS.get(asked.kind, _line)(asked, phrases)
    field.label, field.required = asked.label, asked.required
    field.help_text = asked.help or field.help_text
    if asked.when:
        field.widget.attrs |= {"data-when": asked.when["field"], "data-is": asked.when["is"]}
        field.widget.is_required = False
    return field


def _line(asked, _phrases):
    attrs = {}
    if filled := FILLED_BY_BROWSERS.get(asked.kind):
        attrs["autocomplete"] = filled
    return forms.CharField(max_length=MOST[asked.kind], widget=forms.TextInput(attrs=attrs))


def _email(asked, _phrases):
    box = forms.EmailInput(attrs={"autocomplete": "email"})
    return forms.EmailField(max_length=MOST["email"], widget=box)


def _phone(asked, phrases):
    field = _line(asked, phrases)
    field.widget.input_type = "tel"
    field.help_text = phrases["country_hint"]
    return field


def _long(asked, _phrases):
    rows = 3 if asked.key == WORDS else 4
    return forms.CharField(max_length=LONG, widget=forms.Textarea(attrs={"rows": rows}))


def _number(asked, _phrases):
    box = forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"})
    return forms.DecimalField(max_digits=18, decimal_places=6, widget=box)


def _date(asked, _phrases):
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))


def _choice(asked, _phrases):
    return forms.ChoiceField(choices=asked.options, widget=forms.RadioSelect)


def _several(asked, _phrases):
    return forms.MultipleChoiceField(choices=asked.options, widget=forms.CheckboxSelectMultiple)


def _dropdown(asked, phrases):
    return forms.ChoiceField(choices=[("", phrases["choose"]), *asked.options])


def _consent(asked, _phrases):
    return forms.BooleanField(widget=forms.CheckboxInput(attrs={"value": YES}))


_KINDS = {
    "email": _email,
    "phone": _phone,
    "long": _long,
    "number": _number,
    "date": _date,
    "choice": _choice,
    "several": _several,
    "dropdown": _dropdown,
    "consent": _consent,
}
