"""The hand-off that an address names."""

from django.core.exceptions import PermissionDenied

from deals.answers.queries import PARTS
from leads.handoff.doors import seen_handoff


def found(request, pk, allowed):
    """The hand-off: 404 unless the reader sees it, 403 unless `allowed(reader, handoff)`."""
    handoff = seen_handoff(request, pk, *PARTS)
    if not allowed(request.user, handoff):
        raise PermissionDenied
    return handoff
