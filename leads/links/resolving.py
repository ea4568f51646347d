"""What the words of an address mean: which campaign, which channel, and how sure that is."""

from dataclasses import dataclass
from difflib import get_close_matches

from django.db.models import Q

from funnel.plain import plain
from leads.campaigns.models import Campaign, Channel
from leads.links.models import CampaignAlias, UtmAlias, UtmKind, UtmValue
from leads.links.naming import campaigns_called
from leads.touches.models import Resolution, TouchKind

LONGEST = 100


@dataclass(frozen=True)
class Resolved:
    """`source` and `medium` as the dictionary spells them; `counts_as` is a TouchKind."""

    source: str
    medium: str
    campaign: Campaign | None
    channel: Channel | None
    resolution: str
    counts_as: str = TouchKind.LINK


def spelled(text):
    """A value of an address as it is compared: lower case, capped, nothing unseen in it."""
    return plain(text).lower()[:LONGEST].strip()


def resolve(*, source="", medium="", campaign=""):
    """The Resolved of what an address said. Nothing said: Resolution "" and nothing found."""
    source, medium, campaign = spelled(source), spelled(medium), spelled(campaign)
    found, resolution = _campaign(source, medium, campaign)
    kept = _values({(UtmKind.SOURCE, source), (UtmKind.MEDIUM, medium)})
    at, by = kept.get((UtmKind.SOURCE, source)), kept.get((UtmKind.MEDIUM, medium))
    channels = [found and found.channel, at and at.channel, by and by.channel]
    return Resolved(
        source=at.value if at else source,
        medium=by.value if by else medium,
        campaign=found,
        channel=next(filter(None, channels), None),
        resolution=resolution,
        counts_as=by.counts_as if by else TouchKind.LINK,
    )


def _campaign(source, medium, value):
    if not (source or medium or value):
        return None, ""
    if own := campaigns_called([value]).get(value):
        return own, Resolution.EXACT
    asked = Q(value=value) if value else Q(value="", source=source, medium=medium)
    alias = CampaignAlias.objects.filter(asked).select_related("campaign__channel").first()
    if alias and alias.campaign:
        return alias.campaign, Resolution.ALIAS
    return None, Resolution.NONE


def _values(asked):
    """{(kind, spelling): its UtmValue} of those that the dictionary has, also by an alias."""
    asked = {each for each in asked if each[1]}
    if not asked:
        return {}
    wanted = Q()
    for kind, value in asked:
        wanted |= Q(kind=kind, value=value)
    own = UtmValue.objects.filter(wanted).select_related("channel")
    aliases = UtmAlias.objects.filter(wanted).select_related("means__channel")
    found = {(each.kind, each.value): each.means for each in aliases}
    return found | {(each.kind, each.value): each for each in own}


def known(kind, value):
    """The UtmValue that `value` is or means, or None."""
    return _values({(kind, spelled(value))}).get((kind, spelled(value)))


def nearest(kind, value):
    """The value of the dictionary that `value` looks most like, or an empty string."""
    meant = dict(UtmAlias.objects.filter(kind=kind).values_list("value", "means__value"))
    meant |= {
        each: each for each in UtmValue.objects.filter(kind=kind).values_list("value", flat=True)
    }
    close = get_close_matches(spelled(value), meant, n=1, cutoff=0.6)
    return meant[close[0]] if close else ""
