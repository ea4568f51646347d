from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from leads.sources.keys import new_key
from leads.sources.models import Source


@transaction.atomic
def open_source(*, by, campaign, name, owner=None, at=None, **more):
    """A program may send people's interest in the name of `campaign`. Returns (source, key): the
    key is told this once. `more`: per_minute."""
    at, key = at or now(), new_key()
    source = Source(
        campaign=campaign,
        name=name,
        owner=owner or by,
        made_at=at,
        sample=campaign.sample,
        **more,
    )
    return _with(source, key, at), key


@transaction.atomic
def renew(source, *, at=None):
    """Another key; the one before opens nothing from now on. Returns (source, key)."""
    row = _locked(source)
    if not row.is_open:
        raise Refusal(_("It is closed. Open it again first."))
    key = new_key()
    return _with(row, key, at or now()), key


@transaction.atomic
def close(source, *, at=None):
    """Nothing more is taken from it; what it sent stays. Twice is once."""
    row = _locked(source)
    row.closed_at = row.closed_at or at or now()
    row.save(update_fields=["closed_at"])
    return row


@transaction.atomic
def reopen(source):
    """With the key it had."""
    row = _locked(source)
    row.closed_at = None
    row.save(update_fields=["closed_at"])
    return row


def _locked(source):
    return Source.objects.select_for_update().get(pk=source.pk)


def _with(source, key, at):
    source.key_digest, source.key_begins, source.key_made_at = key.digest, key.begins, at
    source.save()
    return source
