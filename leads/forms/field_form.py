"""The settings of one field of a draft."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.plain import storable
from leads.forms.actions.drafting import LONGEST
from leads.forms.content import YES
from leads.forms.difference import called, in_one
from leads.forms.kinds import KINDS
from leads.forms.models import ConsentText
from leads.forms.phrases import LANGUAGES

ANSWER = 100  # characters at most
ALWAYS = gettext_lazy("Always")


class FieldForm(forms.Form):
    def __init__(self, content, field, data=None):
        super().__init__(data)
        self.content, self.field, self.kind = content, field, KINDS[field["kind"]]
        self.languages = content["languages"]
        if self.kind.key == "consent":
            self._add_consent()
        else:
            self._add_texts("label", _("Label"), LONGEST["label"])
        if self.kind.hidden:
            self._add_line("value", _("Value"), 500, field["value"])
        else:
            self._add_for_strangers()
        self._add_line("purpose", _("What we need it for"), LONGEST["help"], field["purpose"])
        self.fields["purpose"].help_text = _("For us; strangers do not read it.")

    def values(self):
        """What `change_field` takes."""
        typed = self.cleaned_data
        found = {"purpose": typed["purpose"]}
        for part in ("label", "help"):
            if f"{part}_{self.languages[0]}" in self.fields:
                found[part] = {x: typed[f"{part}_{x}"] for x in self.languages}
        for part in ("required", "value"):
            if part in self.fields:
                found[part] = typed[part]
        if "when" in self.fields:
            key, _equals, answer = typed["when"].partition("=")
            found["when"] = {"field": key, "is": answer} if key else {}
        if self.kind.options:
            found["options"] = self._options()
        if "text" in self.fields:
            text = typed["text"]
            found["wording"] = text.wordings.first().frozen if text else {}
        return found

    def _add_consent(self):
        self.fields["text"] = forms.ModelChoiceField(
            ConsentText.objects.filter(wordings__isnull=False).distinct(),
            label=_("Consent"),
            required=False,
            initial=self.field["wording"].get("text"),
            help_text=_("Its latest wording stands beside the box once it is published."),
        )

    def _add_for_strangers(self):
        self._add_texts("help", _("Help below it"), LONGEST["help"])
        if self.kind.options:
            for language in self.languages:
                self._add_options(language)
        self.fields["required"] = forms.BooleanField(
            label=_("It has to be filled in"), required=False, initial=self.field["required"]
        )
        if choices := self._conditions():
            when = self.field.get("when") or {}
            self.fields["when"] = forms.ChoiceField(
                label=_("Shown"),
                choices=[("", ALWAYS), *choices],
                required=False,
                initial=f"{when['field']}={when['is']}" if when else "",
            )

    def _conditions(self):
        """What this field may depend on: answers to fields before it that depend on nothing."""
        fields = self.content["fields"]
        before = fields[: fields.index(self.field)]
        steered = {(each.get("when") or {}).get("field") for each in fields}
        if self.field["key"] in steered:
            return []  # others depend on it, and it goes one level deep
        return [
            (f"{each['key']}={value}", _("when “%(field)s” is “%(answer)s”") % words)
            for each in before
            if KINDS[each["kind"]].steers and not each.get("when")
            for value, words in _answers(each, self.languages[0])
        ]

    def _add_texts(self, part, label, longest):
        for language in self.languages:
            name = f"{label} ({LANGUAGES.get(language, language)})"
            one = label if len(self.languages) == 1 else name
            self._add_line(f"{part}_{language}", one, longest, self.field[part].get(language, ""))
            self.fields[f"{part}_{language}"].widget.attrs["lang"] = language

    def _add_line(self, name, label, longest, initial):
        self.fields[name] = forms.CharField(
            label=label, max_length=longest, required=False, initial=initial
        )

    def _add_options(self, language):
        lines = [option["label"].get(language, "") for option in self.field["options"]]
        name = LANGUAGES.get(language, language)
        self.fields[f"options_{language}"] = forms.CharField(
            label=_("Answers, one a line")
            if len(self.languages) == 1
            else f"{_('Answers')} ({name})",
            required=False,
            max_length=60 * (ANSWER + 2),
            initial="\n".join(lines).rstrip(),
            widget=forms.Textarea(attrs={"rows": 4, "lang": language}),
        )

    def _options(self):
        """An answer keeps its value while it keeps its words or its place."""
        lines = {x: self._lines(x) for x in self.languages}
        first = self.languages[0]
        known = {option["label"].get(first): option["value"] for option in self.field["options"]}
        found, taken = [], set()
        for place, text in enumerate(lines[first]):
            value = known.get(text, text.replace(";", ","))
            if not text or value in taken:
                continue
            taken.add(value)
            label = {x: rows[place] for x, rows in lines.items() if place < len(rows)}
            found.append({"value": value, "label": {x: said for x, said in label.items() if said}})
        return found

    def _lines(self, language):
        typed = storable(self.cleaned_data[f"options_{language}"]).splitlines()
        return [line.strip()[:ANSWER] for line in typed if line.strip()]


def _answers(each, language):
    """(value, words to name it by) of what somebody may answer to a steering field."""
    name = called(each, language)
    if each["kind"] == "consent":
        yield YES, {"field": name, "answer": _("ticked")}
    for option in each["options"]:
        answer = in_one(option["label"], language) or option["value"]
        yield option["value"], {"field": name, "answer": answer}
