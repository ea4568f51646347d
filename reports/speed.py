"""How fast the line is, in three parts: routing, the seller, and as the buyer sees it.

Routing runs from the offer until it waits for one person, response from then to the first outbound
activity, and speed to lead from the offer to that activity. Medians and 90th percentiles, never
means (numbers.md, section 3), each elapsed and in working time of the receiving team.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Min, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Least
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from funnel.period import Period
from funnel.ratio import Ratio
from leads.clocks.queries import hours_of
from leads.handoff.models import ActKind
from leads.stages import HandoffStage
from reports.line_parts import offered_in

PARTS = {
    "routing": _("Until it waits for one person"),
    "response": _("From there to the first contact"),
    "buyer": _("From the offer to the first contact"),
}
SOON = (timedelta(minutes=5), timedelta(hours=1), timedelta(hours=24))


@dataclass(frozen=True)
class Part:
    """Median and 90th percentile of `count` spans; None where there are none."""

    count: int
    median: timedelta | None
    p90: timedelta | None


@dataclass(frozen=True)
class Speed:
    """Of `offered` hand-offs: the three parts, elapsed and in working time, and of those that were
    accepted how many were contacted within five minutes, an hour, a day, and not yet. An offer
    that is younger than the span and not contacted is not counted in it."""

    offered: int
    elapsed: dict  # {"routing" | "response" | "buyer": Part}
    working: dict
    within: list  # [(timedelta, Ratio)]
    never: Ratio

    @property
    def rows(self):
        """[(label, elapsed Part, working Part)] in the order in which they follow."""
        return [(label, self.elapsed[key], self.working[key]) for key, label in PARTS.items()]


def speed(period: Period):
    """The Speed of the hand-offs offered in `period` that have a clock."""
    offers, at = list(_offers(period)), now()
    hours = hours_of(offers)
    elapsed = _spans(offers, _elapsed)
    working = _spans(offers, lambda row, begins, ends: hours[row.team_id].between(begins, ends))
    taken = [each for each in offers if each.contacted_at or each.stage == HandoffStage.ACCEPTED]
    return Speed(
        offered=len(offers),
        elapsed={name: part(spans) for name, spans in elapsed.items()},
        working={name: part(spans) for name, spans in working.items()},
        within=[(span, _within(span, taken, at)) for span in SOON],
        never=Ratio(sum(each.contacted_at is None for each in taken), len(taken)),
    )


def part(spans):
    """The Part of some spans; the 90th percentile is the least that 90 % do not exceed."""
    ordered = sorted(spans)
    if not ordered:
        return Part(0, None, None)
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    return Part(len(ordered), middle, ordered[-(-9 * len(ordered) // 10) - 1])


def _offers(period):
    to_person = Q(acts__kind=ActKind.REROUTED, acts__to__isnull=False)
    clocked = offered_in(period).filter(accept_due_at__isnull=False).defer("evidence", "note")
    return clocked.select_related("team").annotate(
        queued=KT("evidence__queue"),
        passed_at=Least(Min("acts__at", filter=to_person), Min("claims__at")),
    )


def _spans(offers, length):
    found = {"routing": [], "response": [], "buyer": []}
    for row in offers:
        assigned, called = _assigned_at(row), row.contacted_at
        if assigned:
            found["routing"].append(length(row, row.offered_at, assigned))
        if assigned and called:
            found["response"].append(length(row, assigned, max(assigned, called)))
        if called:
            found["buyer"].append(length(row, row.offered_at, called))
    return found


def _assigned_at(row):
    """When it waited for one person: at once, or for a queue's offer when it was claimed, passed
    on to somebody or taken; None where it waits in the queue."""
    return row.passed_at or row.answered_at if row.queued == "true" else row.offered_at


def _elapsed(_row, begins, ends):
    return ends - begins


def _within(span, taken, at):
    """How many were contacted so soon, of those that had the time for it."""
    known = [each for each in taken if each.contacted_at or at - each.offered_at >= span]
    soon = (each.contacted_at and each.contacted_at - each.offered_at <= span for each in known)
    return Ratio(sum(map(bool, soon)), len(known))
