"""What the loser of a race is told."""

from django.utils.timesince import timesince
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.refusal import LostRace


def lost_race(subject, last):
    """The LostRace that names who wrote `last`, the step that made this one impossible."""
    ago = now() - last.recorded_at
    words = {
        "stage": subject.machine.label(last.to_stage),
        "who": last.by.name if last.by else _("the system"),
        "ago": _("%d s") % ago.seconds
        if ago.days == 0 and ago.seconds < 60
        else timesince(last.recorded_at),
    }
    return LostRace(_("%(stage)s by %(who)s, %(ago)s ago.") % words)
