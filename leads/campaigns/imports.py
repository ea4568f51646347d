"""Channels and campaigns as a file names them."""

import re

from django.db.models.functions import Lower
from django.utils.text import slugify
from django.utils.translation import gettext as _

from funnel.imports.policies import HERE_NOT
from leads.campaigns.models import Campaign, Channel

NUMBER = re.compile("[1-9][0-9]{0,17}")
MOST_CHANNELS = 200  # a file with more has something else in that column


class Channels(dict):
    """{value: its channel}; `added` are those values of which one had to be made."""

    added = frozenset()


def channels_named(values, batch):
    """The Channels of all values, by key or name; the import's own where there is none.

    A value that cannot be a channel, and any beyond MOST_CHANNELS, is left out.
    """
    values = {value for value in values if value}
    found = _known(values) if values else Channels()
    room = MOST_CHANNELS - Channel.objects.count()
    missing = sorted(value for value in values if value not in found and channel_key(value))
    Channel.objects.bulk_create(
        [
            Channel(key=channel_key(value), name=value[:60], batch=batch)
            for value in missing[: max(room, 0)]
        ],
        ignore_conflicts=True,
    )
    found = _known(values) if missing else found
    found.added = set(missing) & set(found)
    return found


def channel_key(value):
    """The value itself where it can be a key: organic_search stays organic_search."""
    return slugify(value, allow_unicode=True)[:60]


def campaigns_named(values):
    """{value: the campaigns of that number, else name, else code}; there may be none or several."""
    values = {value for value in values if value}
    by_number = Campaign.objects.in_bulk(
        [int(value) for value in values if NUMBER.fullmatch(value)]
    )
    by_name = {}
    spelled = {value.lower() for value in values}
    for each in Campaign.objects.annotate(low=Lower("name")).filter(low__in=spelled):
        by_name.setdefault(each.low, []).append(each)
    known = {each.code: [each] for each in Campaign.objects.filter(code__in=spelled)} | by_name
    numbered = {str(pk): [each] for pk, each in by_number.items()}
    return {value: numbered.get(value) or known.get(value.lower(), []) for value in values}


def judge_campaign(row, campaigns):
    """Refuse a row whose campaign is none, or several, of those `campaigns_named` has found."""
    there = campaigns.get(row.get("campaign"), [])
    if row.get("campaign") and len(there) != 1:
        words = _("Several campaigns have this name.") if there else _("There is no such campaign.")
        row.refuse("campaign", words, _("Add it first, or give its number, code or name."))


def judge_channel(row, channels, task):
    """Refuse a row whose channel `channels_named` has neither found nor added; in a preview the
    first row of one that had to be added tells it."""
    if task.preview and row.get("channel") in channels.added:
        channels.added.discard(row.get("channel"))
        name = channels[row.get("channel")].name
        row.change(name, _("channel"), HERE_NOT, _("new channel"))
    if row.get("channel") and row.get("channel") not in channels:
        row.refuse(
            "channel",
            _("This cannot be a channel, or there are too many of them."),
            _("Is this the right column?"),
        )


def _known(values):
    channels = list(Channel.objects.all())
    keys = {channel.key: channel for channel in channels}
    names = {channel.name.lower(): channel for channel in channels}
    found = {value: keys.get(channel_key(value)) or names.get(value.lower()) for value in values}
    return Channels({value: channel for value, channel in found.items() if channel})
