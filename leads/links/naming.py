"""The value of utm_campaign that stands for a campaign, and back. The one place that knows it."""

from django.db.models.functions import Lower

from leads.campaigns.models import Campaign


def value_of(campaign):
    """What links of `campaign` carry: its code."""
    return campaign.code.lower()


def values_of(campaign):
    """What names `campaign` in an address: its code, and those it had that no other has now."""
    return {value for value, found in all_values().items() if found == campaign.pk}


def all_values():
    """{value: key of the campaign that it names}."""
    current = Campaign.objects.annotate(low=Lower("code")).values_list("low", "pk")
    return dict(_earlier().values_list("low", "pgh_obj")) | dict(current)


def campaigns_called(values):
    """{value: its campaign} of the `values` (lower-cased) that are a campaign's own: its code, or
    one that it had before and no other has now, as links of then are out there."""
    codes = {value for value in values if value}
    if not codes:
        return {}
    found = Campaign.objects.annotate(low=Lower("code")).filter(low__in=codes)
    called = {each.low: each for each in found.select_related("channel")}
    if missing := codes - called.keys():
        earlier = dict(_earlier().filter(low__in=missing).values_list("low", "pgh_obj"))
        those = Campaign.objects.select_related("channel").in_bulk(set(earlier.values()))
        called |= {value: those[pk] for value, pk in earlier.items() if pk in those}
    return called


def _earlier():
    """The codes of before, the latest last."""
    events = Campaign.pgh_event_model.objects.annotate(low=Lower("code")).exclude(low="")
    return events.order_by("pgh_id")
