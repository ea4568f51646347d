"""How what is known of a person is printed."""

import phonenumbers
from babel.dates import format_datetime
from django import template
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from leads.people.places import locale

register = template.Library()

READABLE = phonenumbers.PhoneNumberFormat.INTERNATIONAL


@register.filter
def phone(written):
    """A number with its country code in groups: "+49 40 123456"; any other as it was written."""
    try:
        return phonenumbers.format_number(phonenumbers.parse(written or ""), READABLE)
    except phonenumbers.NumberParseException:
        return written


@register.filter
def dialled(written):
    """What a `tel:` link holds of a number: its + and its digits."""
    digits = "".join(each for each in written or "" if each in "0123456789")
    return f"+{digits}" if (written or "").strip().startswith("+") else digits


@register.filter
def wall(at):
    """What the clock on the wall shows in the zone of `at`: "14:20", and the day where it is not
    the reader's: "Tue 02:20"."""
    pattern = _("HH:mm") if at.date() == localtime(at).date() else _("EEE HH:mm")
    return format_datetime(at, pattern, locale=locale())
