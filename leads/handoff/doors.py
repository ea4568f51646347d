"""The hand-off that an address names."""

from django.shortcuts import get_object_or_404

from leads.handoff.models import Handoff


def seen_handoff(request, pk, *parts):
    """A hand-off this reader may see, else 404; with its `parts` at hand."""
    handoffs = Handoff.objects.visible_to(request.user)
    return get_object_or_404(handoffs.select_related(*parts) if parts else handoffs, pk=pk)
