"""Whom a hand-off concerns: who may answer it, who offered it, who leads the line."""

from django.db.models import Q

from funnel.models import User
from funnel.permissions import Can


def holding(can):
    """The active colleagues who hold the right `can`."""
    held = Q(groups__permissions__codename=can.codename)
    held &= Q(groups__permissions__content_type__app_label="funnel")
    return User.objects.filter(held | Q(is_superuser=True), is_active=True).distinct()


def receivers(handoff):
    """Whoever it waits for: one person, or those of the queue who can answer."""
    if handoff.offered_to:
        return [handoff.offered_to]
    return list(holding(Can.ANSWER_OFFERS).filter(teams=handoff.team))


def offerers(handoff):
    """Marketing's people: who offered it, and who owns the lead."""
    people = [handoff.offered_by, handoff.lead.owner]
    return list({each.pk: each for each in people if each}.values())


def managers(handoff):
    """Those who run the line in the receiving team; where there are none, all who run it."""
    leading = holding(Can.RUN_THE_LINE)
    return list(leading.filter(teams=handoff.team)) or list(leading)
