from decimal import Decimal

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from funnel.imports.fields import Kind
from funnel.uploads.forms.rules import OWN_IDS

NOTE, NOTHING = "note", ""
SAID_FOR_ALL = (Kind.TEXT, Kind.CHOICE, Kind.ID)
NEVER_FOR_ALL = {*OWN_IDS, "name", "first_name", "last_name", "email", "phone", "owner", "sku"}


class ColumnsForm(forms.Form):
    """What each column is, how its dates and numbers are written, and what holds for all rows."""

    def __init__(self, data=None, *, importer, header, chosen, formats, values, asked, rates):
        super().__init__(data)
        self.importer, self.header, self.asked = importer, header, asked
        targets = [
            (NOTHING, _("Leave out")),
            *([(NOTE, _("Keep as a note"))] if importer.keeps_notes else []),
            (_("It is"), [(field.name, capfirst(field.label)) for field in importer.fields]),
        ]
        for index, name in enumerate(header):
            field = forms.ChoiceField(label=name, choices=targets, required=False)
            field.initial = chosen.get(index, NOTHING)
            field.widget.attrs["class"] = "input"
            self.fields[f"c{index}"] = field
        for name, question in asked.items():
            self.fields[f"f_{name}"] = _format_field(question, formats.get(name))
        for field in importer.fields:
            if field.kind in SAID_FOR_ALL and field.name not in NEVER_FOR_ALL:
                self.fields[f"v_{field.name}"] = _for_all(field, values.get(field.name))

        for currency in rates["currencies"]:
            self.fields[f"r_{currency}"] = _rate(currency, rates)

    def clean(self):
        said, taken = super().clean(), {}
        for index in range(len(self.header)):
            target = said.get(f"c{index}")
            if target in ("", NOTE, None):
                continue
            if target in taken:
                self.add_error(f"c{index}", _("Another column is this already."))
            taken[target] = index
        return said

    def columns(self):
        """{field: the column's place}."""
        said = {index: self.cleaned_data.get(f"c{index}") for index in range(len(self.header))}
        return {target: index for index, target in said.items() if target not in ("", NOTE, None)}

    def mapping(self):
        """What of a Mapping was said: columns, notes, formats and values for all rows."""
        said = self.cleaned_data
        notes = [n for index, n in enumerate(self.header) if said.get(f"c{index}") == NOTE]
        columns = {field: self.header[index] for field, index in self.columns().items()}
        formats = {name[2:]: form for name, form in said.items() if name[:2] == "f_" and form}
        values = {
            name[2:]: {"": value}
            for name, value in said.items()
            if name[:2] == "v_" and value and name[2:] not in columns
        }
        rates = {name[2:]: str(rate) for name, rate in said.items() if name[:2] == "r_" and rate}
        parts = {"columns": columns, "notes": notes, "formats": formats}
        return parts | {"values": values, "rates": rates}

    def rows(self):
        return [self[f"c{index}"] for index in range(len(self.header))]

    def for_all(self):
        return [self[name] for name in self.fields if name.startswith(("v_", "r_"))]

    def asks_rates(self):
        return any(name.startswith("r_") for name in self.fields)


def _format_field(question, said):
    words = [
        (form, f"{form}: {question.example} → {what or _('cannot be')}")
        for form, what in question.readings
    ]
    unsaid = _("Say how it is written") if question.fits else _("No format is known for this")
    blank = [] if question.answer else [("", unsaid)]
    field = forms.ChoiceField(choices=[*blank, *words], required=False)
    field.initial = said or question.answer
    field.widget.attrs["class"] = "input"
    return field


def _rate(currency, rates):
    words = _("What one %(one)s is worth in %(base)s")
    return forms.DecimalField(
        label=words % {"one": currency, "base": rates["base"]},
        min_value=Decimal("0.00000001"),
        max_digits=18,
        decimal_places=8,
        required=False,
        initial=rates["said"].get(currency),
    )


def _for_all(field, meant):
    if field.kind == Kind.CHOICE:
        made = forms.ChoiceField(
            label=capfirst(field.label), choices=[("", "—"), *field.choices.choices], required=False
        )
    else:
        made = forms.CharField(
            label=capfirst(field.label), max_length=field.longest, required=False
        )
    made.initial = (meant or {}).get("", "")
    return made
