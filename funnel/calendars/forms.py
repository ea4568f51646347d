from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.calendars import typed
from funnel.models import Holiday, Weekday, WorkCalendar
from funnel.once import OnceField
from funnel.tiles import words_field
from funnel.time_zones import time_zone_choices

DAYS = {f"day_{day}": day.label for day in Weekday}


class HoursField(forms.CharField):
    """The spans of one day, typed from-to; nothing where nobody works."""

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "max_length": 80} | kwargs)

    def prepare_value(self, value):
        return value if isinstance(value, str) else typed.told(value or ())

    def clean(self, value):
        return typed.hours(super().clean(value))


class CalendarForm(forms.Form):
    """`calendar`: the one that is edited. Cleaned, it holds what actions.add and change take."""

    name = forms.CharField(label=_("Name"), max_length=80)
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=time_zone_choices,
        help_text=_("Hours are those of its clock on the wall."),
    )
    added = words_field(
        _("Add holidays"), help_text=_("One a line, like 2026-12-25 Christmas; paste them all.")
    )
    taken_out = forms.ModelMultipleChoiceField(
        Holiday.objects.none(),
        label=_("Take out"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    once = OnceField()

    def __init__(self, *args, calendar=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields |= {name: HoursField(label=label) for name, label in DAYS.items()}
        self.before = list(calendar.holidays.all()) if calendar else []
        if self.before:
            self.fields["taken_out"].queryset = calendar.holidays.all()
        else:
            del self.fields["taken_out"]
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True
        self.helper.layout = Layout(
            Row("name", "time_zone"),
            Fieldset(_("Hours"), Row(*DAYS)),
            Fieldset(_("Holidays"), "added", *(["taken_out"] if self.before else [])),
            "once",
        )

    def clean_added(self):
        return typed.holidays(self.cleaned_data["added"])

    def clean(self):
        values = super().clean()
        if self.errors:
            return values
        out = values.pop("taken_out", ())
        kept = {holiday.on: holiday.name for holiday in self.before if holiday not in out}
        values["holidays"] = kept | values.pop("added")
        values["week"] = [values.pop(name) for name in DAYS]
        return values


def calendar_field(without):
    """Which calendar a team or the organisation works by; `without`: in words, if by none."""
    return forms.ModelChoiceField(
        WorkCalendar.objects.all(), label=_("Calendar"), required=False, empty_label=without
    )
