from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from funnel.imports.plan import LONGEST_SOURCE
from funnel.imports.policies import FILL, POLICIES

OWN_IDS = ("source_id", "person_id", "lead_id")


class RulesForm(forms.Form):
    """How a row is known again, what it may change, and whose the new records are."""

    def __init__(self, data=None, *, importer, mapping, owners, permission):
        super().__init__(data)
        if set(OWN_IDS) & set(mapping["columns"]):
            self.fields["source"] = forms.CharField(
                label=_("Where its own ids come from"),
                max_length=LONGEST_SOURCE,
                initial=mapping.get("source", ""),
                widget=forms.TextInput(attrs={"list": "sources"}),
                help_text=_("Two programs may use one id for different people."),
            )
        for field in importer.fields:
            if field.name in importer.policies and field.name in mapping["columns"]:
                self.fields[f"p_{field.name}"] = _policy(field, mapping)
        if any(field.name == "owner" for field in importer.fields):
            self.fields["owner"] = forms.ChoiceField(label=_("Owner of new leads"), choices=owners)
            self.fields["owner"].initial = mapping.get("values", {}).get("owner", {}).get("")
        if importer.brings_people:
            self.fields["permission"] = forms.CharField(
                label=_("Where the right to write to them comes from"),
                max_length=200,
                initial=permission,
                help_text=_("Such as: agreed on the card at the fair, 4 March. Or: none yet."),
            )
        for name, (label, words) in importer.asked.items():
            self.fields[name] = forms.ChoiceField(
                label=label, choices=words.items(), widget=forms.RadioSelect
            )
            options = mapping.get("options", {})
            self.fields[name].initial = options.get(name, importer.options[name][0])
        self.importer = importer

    def mapping(self, before):
        """The mapping with what was said here."""
        said = self.cleaned_data
        policies = {name[2:]: word for name, word in said.items() if name.startswith("p_")}
        values = {
            name: meant for name, meant in before.get("values", {}).items() if name != "owner"
        }
        if said.get("owner"):
            values["owner"] = {"": said["owner"]}
        options = {name: said[name] for name in self.importer.asked}
        more = {"source": said["source"].strip()} if "source" in said else {}
        return before | {"values": values, "options": options, "policies": policies} | more

    def policies(self):
        return [self[name] for name in self.fields if name.startswith("p_")]

    def others(self):
        return [self[name] for name in self.fields if not name.startswith("p_")]


def _policy(field, mapping):
    made = forms.ChoiceField(label=capfirst(field.label), choices=POLICIES.items())
    made.initial = mapping.get("policies", {}).get(field.name, FILL)
    return made
