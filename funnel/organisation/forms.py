from babel.numbers import get_currency_name
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import to_locale

from funnel.calendars.forms import calendar_field
from funnel.money import tender
from funnel.time_zones import time_zone_choices


def currency_choices(language):
    """(code, "EUR, Euro") of the currencies that are paid with today."""
    locale = to_locale(language)
    return [(code, f"{code}, {get_currency_name(code, locale=locale)}") for code in tender()]


class OrganisationForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=time_zone_choices,
        help_text=_("Days begin and end by it, in every report."),
    )
    currency = forms.ChoiceField(
        label=_("Currency"),
        help_text=_("What reports add up in. It stays once money is written down."),
    )

    calendar = calendar_field(_("Monday to Friday, 9 to 17"))

    def __init__(self, *args, language, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["currency"].choices = currency_choices(language)
