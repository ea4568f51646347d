"""The hand-off that an address names."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from deals.answers.queries import PARTS
from leads.models import Handoff


def found(request, pk, allowed):
    """The hand-off: 404 unless the reader sees it, 403 unless `allowed(reader, handoff)`."""
    seen = Handoff.objects.visible_to(request.user).select_related(*PARTS)
    handoff = get_object_or_404(seen, pk=pk)
    if not allowed(request.user, handoff):
        raise PermissionDenied
    return handoff
