from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from leads.campaigns.models import Channel


@transaction.atomic
def add(*, name, trackable):
    """A new channel. Its key, which files and reports use, is made of the name and stays."""
    _check_free(name)
    key = slugify(name).replace("-", "_")[:60]
    if not key:
        raise Refusal(_("A name needs a letter or a digit."), field="name")
    if Channel.objects.filter(key=key).exists():
        raise Refusal(_("There is a channel with the key %s.") % key, field="name")
    return Channel.objects.create(key=key, name=name.strip(), trackable=trackable)


@transaction.atomic
def change(channel, *, name, trackable):
    """Rename a channel; its key stays. Refusal for a name another one has."""
    _check_free(name, but=channel)
    channel.name, channel.trackable = name.strip(), trackable
    channel.save(update_fields=["name", "trackable"])
    return channel


def _check_free(name, but=None):
    if Channel.objects.filter(name__iexact=name.strip()).exclude(pk=but and but.pk).exists():
        raise Refusal(_("There is a channel of that name."), field="name")
