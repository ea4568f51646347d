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
