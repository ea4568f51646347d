"""What happens to a waiting offer besides its answer: held, passed on, nudged, run out."""

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.calendars.queries import worktime_of
from funnel.ledger import move
from funnel.race import since
from funnel.refusal import Refusal
from funnel.templatetags.funnel import clock, day
from leads.clocks.events import tell_expired, tell_nudged, tell_rerouted
from leads.clocks.queries import nudged
from leads.handoff.actions import offer
from leads.handoff.acts import locked, write
from leads.handoff.clock import CLOCK, aim, let_go, running, stop
from leads.handoff.models import ActKind
from leads.stages import HandoffStage

CLOCKED = (HandoffStage.OFFERED, HandoffStage.ACCEPTED)


@transaction.atomic
def hold(handoff, *, by, words, at=None):
    """A manager holds the running clock, and says why. Twice is once.

    Refusal where no clock runs, and without words.
    """
    row, at = locked(handoff, stages=CLOCKED), at or now()
    if row.held_at:
        return None
    if not words.strip():
        raise Refusal(_("Say why the clock is held."), field="words")
    if running(row) is None:
        raise Refusal(_("No clock runs here."))
    row.held_at = at
    row.save(update_fields=["held_at"])
    return write(row, ActKind.HELD, by=by, at=at, words=words)


@transaction.atomic
def resume(handoff, *, by, at=None):
    """The clock runs again; what was held of working time is added to both dues. Twice is once."""
    row, at = locked(handoff, stages=CLOCKED), at or now()
    if row.held_at is None:
        return None
    if at < row.held_at:
        raise Refusal(_("The clock was held later than that."), field="at")
    hours = worktime_of(row.team)
    let_go(row, hours, at, running(row))
    aim(row, hours, running(row))
    row.save(update_fields=CLOCK)
    return write(row, ActKind.RESUMED, by=by, at=at)


@transaction.atomic
def reroute(handoff, *, by, to=None, team=None, words="", at=None, trace=None):
    """Pass a waiting offer on to another person or queue. Its clocks run on as they were.

    `trace` is how the rules chose, kept with the act. Twice is once. Refusal
    without a receiver.
    """
    row = locked(handoff)
    if to is None and team is None:
        raise Refusal(_("Choose who gets this lead."), field="to")
    team = team or to.teams.order_by("pk").first() or row.team
    if (row.offered_to, row.team) == (to, team):
        return None
    row.offered_to, row.team = to, team
    row.save(update_fields=["offered_to", "team"])
    whom = {"to": to, "team": team, "trace": trace}
    act = write(row, ActKind.REROUTED, by=by, at=at, words=words, **whom)
    tell_rerouted(row, act)
    return act


@transaction.atomic
def nudge(handoff, *, by, words="", at=None):
    """Marketing asks once more. Refusal where somebody asked within a day."""
    row, at = locked(handoff), at or now()
    last = nudged(row, at=at)
    if last and last.again_at:
        raise _nudged_lately(last)
    act = write(row, ActKind.NUDGED, by=by, at=at, words=words)
    tell_nudged(row, act)
    return act


@transaction.atomic
def expire(handoff, *, by=None, at=None):
    """Nobody answered: the lead goes back to marketing's lane, never silently over the line.

    Where the Agreement names a queue, marketing's offer to it is made at once, as a new hand-off.
    """
    at = at or now()
    step = move(handoff, HandoffStage.EXPIRED, by=by, at=at)
    if step:
        lead = handoff.lead
        move(lead, lead.stage_before_the_line, by=by, at=at)
        stop(handoff)
        tell_expired(handoff, step)
        if handoff.agreement and (queue := handoff.agreement.expiry_team):
            offer(lead, by=handoff.offered_by, team=queue, note=handoff.note, at=at)
    return step


def _nudged_lately(last):
    again = f"{day(last.again_at)} {clock(last.again_at)}"
    words = {"ago": since(last.act.at), "who": last.act.by, "again": again}
    return Refusal(_("Nudged %(ago)s ago by %(who)s; again from %(again)s.") % words)
