from leads.sources.models import Source


def source_with(digest):
    """The open Source whose key has this digest, or None."""
    return Source.objects.filter(key_digest=digest, closed_at=None).first()
