from django.utils.timezone import now

from funnel.steps import recorded
from leads.touches.models import Touchpoint


def touch(kind, *, at=None, by=None, sample=False, **what):
    """Write down one touch. `what`: person, lead, visitor, campaign, channel, words, page."""
    at = at or now()
    return Touchpoint.objects.create(
        kind=kind, at=at, recorded_at=recorded(at, sample=sample), by=by, sample=sample, **what
    )
