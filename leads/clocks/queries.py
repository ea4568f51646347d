"""How much of the agreed time is used and who asked meanwhile, as pages show it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.timezone import localtime, now

from funnel.calendars.queries import worktimes
from leads.handoff.clock import due_of, running, span_of
from leads.handoff.models import ActKind, Clock, HandoffAct

WARN_FROM = 80  # per cent
BETWEEN_NUDGES = timedelta(hours=24)
OVER, TODAY, LATER, HELD = "over", "today", "later", "held"


@dataclass(frozen=True)
class Face:
    """One running clock. `left` is working time, negative when it is over. A hold placed after
    the time was over takes nothing back, as in lateness.py."""

    clock: Clock
    due_at: datetime
    left: timedelta
    used: int  # per cent of the agreed time, 0 to 100
    held: bool
    over: bool  # also in the night after it ended with the day, when no working time has passed

    @property
    def beyond(self):
        """How far it is over."""
        return -self.left

    @property
    def state(self):
        """For components/_clock.html."""
        if self.held:
            return "paused"
        return "over" if self.over else "warn" if self.used >= WARN_FROM else ""

    @property
    def group(self):
        """Where the inbox lists it: over the agreed time, due today, later, or held."""
        if self.held:
            return HELD
        if self.over:
            return OVER
        return TODAY if localtime(self.due_at).date() <= localtime().date() else LATER


def faces(handoffs, *, at=None):
    """{hand-off's key: its Face} of those whose clock runs; two queries however many they are."""
    ticking = [each for each in handoffs if running(each)]
    hours = hours_of(ticking)
    return {each.pk: _face(each, hours[each.team_id], at or now()) for each in ticking}


def hours_of(handoffs):
    """{team's key or None: its WorkTime} of whoever receives these."""
    return worktimes({each.team for each in handoffs})


def _face(handoff, hours, at):
    clock, seen = running(handoff), handoff.held_at or at
    due = due_of(handoff, clock)
    over = seen > due
    left = -hours.between(due, seen) if over else hours.between(seen, due)
    span = span_of(handoff, clock)
    used = min(100, max(0, round(100 * (1 - left / span)))) if span else 100
    return Face(clock, due, left, used, handoff.held_at is not None, over)


@dataclass(frozen=True)
class Nudged:
    """The latest nudge; `again_at` is when the next may follow, None where it may at once."""

    act: HandoffAct
    again_at: datetime | None


def nudged(handoff, *, at=None):
    """The Nudged of a hand-off, None where nobody asked."""
    asked = handoff.acts.filter(kind=ActKind.NUDGED).select_related("by")
    last = asked.order_by("id").last()
    if last is None:
        return None
    again = last.at + BETWEEN_NUDGES
    return Nudged(last, again if again > (at or now()) else None)
