from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from leads.links.models import CampaignAlias


@transaction.atomic
def name(key, *, campaign, by, at=None):
    """What came by the words `key` (value, source, medium; the last two only without a value)
    belongs to `campaign`, also what came before. Refusal if somebody has decided it otherwise."""
    return _decided(key, campaign, by, at)


@transaction.atomic
def ignore(key, *, by, at=None):
    """These words mean no campaign of ours and are not asked about any more."""
    return _decided(key, None, by, at)


@transaction.atomic
def take_back(alias):
    """As if nothing had been decided: the words are unmatched again."""
    alias.delete()


def _decided(key, campaign, by, at):
    value, source, medium = key
    words = {"value": value, "source": "" if value else source, "medium": "" if value else medium}
    if not any(words.values()):
        raise Refusal(_("An address that says nothing means nothing."))
    more = {"by": by, "at": at or now(), "sample": bool(campaign and campaign.sample)}
    alias, new = CampaignAlias.objects.get_or_create(
        **words, defaults={"campaign": campaign} | more
    )
    if not new and alias.campaign != campaign:
        found = alias.campaign or _("ignored")
        raise Refusal(_("Somebody has decided this already: %s.") % found)
    return alias
