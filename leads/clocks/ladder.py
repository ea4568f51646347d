"""The ladder of a running clock: 50 % nudge, 80 % warn, 100 % manager and re-route, 200 % end."""

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import now

from funnel.calendars.queries import worktime_of
from leads.clocks.actions import expire, reroute
from leads.clocks.events import tell_rung
from leads.handoff.acts import write
from leads.handoff.clock import LADDER, aim, running
from leads.handoff.models import ActKind, Clock, Handoff
from leads.routing.actions import take_turn
from leads.stages import HandoffStage

EXPIRED, BREACHED = 200, 100
CLOCKED = (HandoffStage.OFFERED, HandoffStage.ACCEPTED)


def due(at):
    """The keys of hand-offs with a rung due at `at`, the most overdue first."""
    waiting = Handoff.objects.filter(rung_at__lte=at, held_at=None, stage__in=CLOCKED)
    return waiting.order_by("rung_at").values_list("pk", flat=True)


@transaction.atomic
def climb(pk, *, at=None, hours=worktime_of):
    """Act on the highest rung due of one hand-off; those below are recorded as passed.

    `hours` gives a team's WorkTime; a tick remembers them.
    Returns the rung, or None: somebody else is at it, it was answered meanwhile, nothing is due.
    """
    at = at or now()
    rows = Handoff.objects.select_for_update(of=("self",), skip_locked=True)
    rows = rows.select_related("lead__person", "lead__seller", "offered_to", "team", "agreement")
    row = rows.filter(Q(rung_at__lte=at, held_at=None, stage__in=CLOCKED), pk=pk).first()
    if row is None or (clock := running(row)) is None:
        return None
    work, reached, passed = hours(row.team), None, []
    while row.rung_at and row.rung_at <= at:
        passed += [reached] if reached else []
        reached = row.rung = next(rung for rung in LADDER[clock] if rung > row.rung)
        aim(row, work, clock)
    row.save(update_fields=["rung", "rung_at"])
    for rung in passed:
        write(row, ActKind.RUNG, by=None, at=at, clock=clock, rung=rung, passed=True)
    _act(row, clock, write(row, ActKind.RUNG, by=None, at=at, clock=clock, rung=reached))
    return reached


def _act(row, clock, act):
    if act.rung == EXPIRED:
        expire(row, at=act.at)
        return
    tell_rung(row, clock, act)
    if act.rung == BREACHED and clock == Clock.ACCEPT and (to := take_turn(row, at=act.at)):
        reroute(row, by=None, at=act.at, **to)
