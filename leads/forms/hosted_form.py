"""A version of a form as strangers fill it."""

from copy import copy
from functools import cached_property, lru_cache

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, Row
from django import forms

from leads.forms.asking import asked_as
from leads.forms.sent import TRAP, Sent
from leads.people.keys import phone_key

PAIRS = [("name", "company"), ("email", "phone")]  # beside each other where both are asked


class HostedForm(forms.Form):
    def __init__(self, content, data=None, *, confirms=False, **kwargs):
        super().__init__(data, **kwargs)
        self.content = content
        self.fields |= self._built()
        if "email" in self.fields and (confirms or "phone" not in self.fields):
            self.fields["email"].required = True
        elif "phone" in self.fields and "email" not in self.fields:
            self.fields["phone"].required = True
        self.idle = Sent(content, self.data).idle if self.is_bound else set()
        for key in self.idle:
            self.fields[key].required = False

    @cached_property
    def helper(self):
        """Built where the form is shown; most that are sent are not."""
        return _layout(self.fields)

    def _built(self):
        return _fields(self.content)

    def clean(self):
        typed = super().clean()
        for key in self.idle:
            self._errors.pop(key, None)
            typed.pop(key, None)
        if self.errors or not {"email", "phone"} & set(self.fields):
            return typed
        if not typed.get("email") and not typed.get("phone"):
            self.add_error(
                "email" if "email" in self.fields else "phone", self.content.phrases["either"]
            )
        elif not typed.get("email") and phone_key(typed["phone"]) is None:
            self.add_error("phone", self.content.phrases["country"])
        return typed


class Check(HostedForm):
    """Only finds out whether something is wrong. As nobody is shown it, every page that is sent
    can have the same widgets, and nothing is built for it."""

    def _built(self):
        return {key: copy(field) for key, field in _shared(self.content).items()}


@lru_cache(maxsize=500)
def _shared(content):
    return _fields(content)


def _fields(content):
    asked = {each.key: asked_as(each, content.phrases) for each in content.shown}
    trap = forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"})
    label = content.phrases["trap"]
    asked[TRAP] = forms.CharField(label=label, required=False, widget=trap)
    return asked | {"ticket": forms.CharField(required=False, widget=forms.HiddenInput)}


def _layout(fields):
    """In the order of the form; two that belong together stand beside each other."""
    rows, done = [], set()
    keys = [key for key in fields if key not in (TRAP, "ticket")]
    for place, key in enumerate(keys):
        if key in done:
            continue
        pair = next(
            (p for p in PAIRS if key == p[0] and keys[place + 1 : place + 2] == [p[1]]), None
        )
        rows.append(Row(*pair) if pair else key)
        done |= set(pair or [key])
    helper = FormHelper()
    helper.form_tag, helper.disable_csrf = False, True
    helper.layout = Layout(*rows, Div(TRAP, css_class="trap", aria_hidden="true"), "ticket")
    return helper
