"""Whoever opens the page of a form: counted once a day, and never by their address."""

from leads.links.actions.coming import worded
from leads.touches.actions import touch
from leads.touches.models import TouchKind, Touchpoint
from leads.touches.visitor import is_person, visitor_key


def note_visit(form, request, arrival):
    """One visit per visitor, day, form and what the address said."""
    visit = {
        "visitor": visitor_key(request),
        "campaign": form.campaign,
        "channel": form.campaign.channel,
        "page": form.page,
        **(worded(arrival) if arrival else {}),
    }
    known = {name: value for name, value in visit.items() if name not in ("landing", "referrer")}
    if is_person(request) and not Touchpoint.objects.filter(**known).exists():
        touch(TouchKind.VISIT, sample=form.sample, **visit)
