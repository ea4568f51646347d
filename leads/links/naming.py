"""The value of utm_campaign that stands for a campaign, and back. The one place that knows it."""

from django.db.models.functions import Lower

from leads.campaigns.models import Campaign


def value_of(campaign):
    """What links of `campaign` carry: its code."""
    return campaign.code.lower()


def campaigns_called(values):
    """{value: its campaign} of the `values` (lower-cased) that are a campaign's own."""
    codes = {value for value in values if value}
    if not codes:
        return {}
    found = Campaign.objects.annotate(low=Lower("code")).filter(low__in=codes)
    return {each.low: each for each in found.select_related("channel")}
