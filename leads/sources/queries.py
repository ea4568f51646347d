from leads.sources.keys import digest_of
from leads.sources.models import Source


def source_with(key):
    """The open Source that this key is of, or None."""
    rows = Source.objects.filter(key_digest=digest_of(key), closed_at=None)
    return rows.select_related("campaign").first()
