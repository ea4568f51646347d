"""Where somebody is, as far as their phone tells: its country, and the clocks of that country."""

from datetime import time, timedelta

import phonenumbers
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from django.utils.translation import get_language, to_locale

from funnel.worktime import WorkTime

OFFICE = ((time(9), time(17)),)  # what is taken for office hours in a country
WEEK = timedelta(days=7)


def locale():
    return Locale.parse(to_locale(get_language() or "en"))


def region_of(phone):
    """The country of a phone as ISO code, "" where it has none."""
    try:
        number = phonenumbers.parse(phone)
    except phonenumbers.NumberParseException:
        return ""
    region = phonenumbers.region_code_for_number(number) or ""
    return "" if region == phonenumbers.REGION_CODE_FOR_NON_GEO_ENTITY else region


def territories():
    """{ISO code: name} of the countries, in the reader's language."""
    names = locale().territories
    return {code: names[code] for code in phonenumbers.SUPPORTED_REGIONS if code in names}


def country(region):
    """The name of a country in the reader's language; the code where it has none."""
    return locale().territories.get(region, region)


def offices(region, at):
    """The office hours of a country as WorkTimes, one for each clock that it keeps around `at`,
    the earliest first. Its holidays are not known."""
    week = _week(region)
    clocks = {}
    for zone in get_global("territory_zones").get(region, ()):
        hours = WorkTime(zone, week)
        kept = tuple(moment.astimezone(hours.clock).utcoffset() for moment in (at, at + WEEK))
        clocks.setdefault(kept, hours)
    return [clocks[kept] for kept in sorted(clocks)]


def _week(region):
    """Office hours on every day that is no weekend there."""
    try:
        there = Locale.parse(f"und_{region}")
    except (UnknownLocaleError, ValueError):
        there = Locale("en", "001")
    length = (there.weekend_end - there.weekend_start) % 7 + 1
    weekend = {(there.weekend_start + day) % 7 for day in range(length)}
    return tuple(() if day in weekend else OFFICE for day in range(7))
