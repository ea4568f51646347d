"""Sources and mediums as they are typed: known, or told which is meant, or added on the spot."""

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from funnel.permissions import Can
from leads.links.actions.dictionary import add
from leads.links.models import UtmKind, UtmValue
from leads.links.resolving import known, nearest, spelled


class Suggesting(forms.TextInput):
    """A text box that offers the values of the dictionary; the browser draws the list."""

    def __init__(self, kind):
        super().__init__(attrs={"list": f"utm-{kind}", "autocapitalize": "none"})
        self.kind = kind

    def render(self, name, value, attrs=None, renderer=None):
        values = UtmValue.objects.filter(kind=self.kind).values_list("value")
        options = format_html_join("", '<option value="{}">', values)
        box = super().render(name, value, attrs, renderer)
        return format_html('{}<datalist id="utm-{}">{}</datalist>', box, self.kind, options)


def told(kind, value):
    """What is said at the field of a value that the dictionary lacks."""
    words = {"value": spelled(value), "near": nearest(kind, value)}
    if words["near"]:
        return _("“%(value)s” is not in the dictionary. Do you mean %(near)s?") % words
    return _("“%(value)s” is not in the dictionary, and nothing in it looks like it.") % words


class Linting:
    """For a form with `source` and `medium`: unknown ones are told, and `adding` has those that
    whoever may change settings wants added."""

    def offer_to_add(self, user):
        """Beside an unknown value a box to tick, for those who may."""
        self.adding = []
        if not self.is_bound or not user.has_perm(Can.CHANGE_SETTINGS):
            return
        for kind in map(str, UtmKind):
            value = self.data.get(self.add_prefix(kind), "")
            if spelled(value) and not known(kind, value):
                label = _("Add “%s” to the dictionary") % spelled(value)
                self.fields[f"add_{kind}"] = forms.BooleanField(label=label, required=False)

    def lint(self, typed):
        for kind in map(str, UtmKind):
            value, wanted = typed.get(kind, ""), typed.pop(f"add_{kind}", False)
            if not value or known(kind, value):
                continue
            if wanted:
                self.adding.append((kind, value))
            else:
                self.add_error(kind, told(kind, value))

    def add_to_dictionary(self):
        for kind, value in self.adding:
            add(kind, value)
