"""What the loser of a race is told."""

from django.utils.timesince import timesince
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.refusal import LostRace


def lost_race(subject, last):
    """The LostRace that names who wrote `last`, the step that made this one impossible."""
    return outrun(subject.machine.label(last.to_stage), last.by, last.recorded_at)


def outrun(what, by, at):
    """The LostRace that says who did `what` before: "Accepted by Sam, 4 s ago."."""
    words = {"stage": what, "who": by.name if by else _("the system"), "ago": since(at)}
    return LostRace(_("%(stage)s by %(who)s, %(ago)s ago.") % words)


def since(at):
    """How long `at` is ago, in words: "4 s", "3 minutes"."""
    ago = now() - at
    return _("%d s") % ago.seconds if ago.days == 0 and ago.seconds < 60 else timesince(at)
