"""How what is known of a person is printed."""

import phonenumbers
from django import template

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
