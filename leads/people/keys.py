"""Match keys: what makes two records the same person, normalised the same way everywhere."""

import phonenumbers

from leads.people.models import MatchKey


def email_key(email):
    """Case and surrounding space do not tell people apart; dots and plus-tags do."""
    return (MatchKey.EMAIL, email.strip().lower())


def phone_key(phone, region=None):
    """E.164, or None where the number cannot be one (no country, too short)."""
    try:
        number = phonenumbers.parse(phone, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return (MatchKey.PHONE, phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def own_key(source, value):
    """A source's own id; two sources may use the same id for different people."""
    return (f"id:{source}", str(value).strip())


def keys_of(*, email="", phone="", own=None):
    """The match keys of what is known, strongest first."""
    keys = [own_key(*own)] if own else []
    if email.strip():
        keys.append(email_key(email))
    if phone.strip() and (key := phone_key(phone)):
        keys.append(key)
    return keys
