"""The value of utm_campaign that stands for a campaign, and back. The one place that knows it.

A campaign with a `code` is called by it; one without is called by its name and number.
"""

import re

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import slugify

from leads.campaigns.models import Campaign

NUMBERED = re.compile(r".*-([1-9][0-9]{0,17})")


def value_of(campaign):
    """What links of `campaign` carry."""
    return (getattr(campaign, "code", "") or _by_name(campaign)).lower()


def campaigns_called(values):
    """{value: its campaign} of the `values` (lower-cased) that are a campaign's own."""
    values = {value for value in values if value}
    if not values:
        return {}
    numbers = [int(found[1]) for found in map(NUMBERED.fullmatch, values) if found]
    found = {_by_name(each): each for each in _with_channel().filter(pk__in=numbers)}
    return {value: found[value] for value in values & set(found)} | _by_code(values)


def _by_name(campaign):
    return f"{slugify(campaign.name)[:80]}-{campaign.pk}".lstrip("-")


def _by_code(values):
    try:
        Campaign._meta.get_field("code")
    except FieldDoesNotExist:
        return {}
    return {each.code.lower(): each for each in _with_channel().filter(code__in=values)}


def _with_channel():
    return Campaign.objects.select_related("channel")
