"""How fast the line is, in three parts: routing, the seller, and as the buyer sees it.

Routing runs from the offer until it waits for one person, response from then to the first outbound
activity, and speed to lead from the offer to that activity. Medians and 90th percentiles, never
means (numbers.md, section 3), each elapsed and in working time of the receiving team.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from django.db.models import Min, Q
from django.utils.translation import gettext_lazy as _

from funnel.period import Period
from funnel.ratio import Ratio
from leads.clocks.queries import hours_of
from leads.handoff.models import ActKind
from leads.models import Handoff
from leads.stages import HandoffStage

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
    """Of `offered` hand-offs: the three parts, elapsed and in working time, and how many were
    contacted within five minutes, an hour, a day, and never (of all that were accepted)."""

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
    """The Speed of the hand-offs offered in `period` at a known time."""
    offers = list(_offers(period))
    hours = hours_of(offers)
    elapsed, working = (
        _spans(offers, _elapsed),
        _spans(offers, lambda row, a, b: _working(hours, row, a, b)),
    )
    taken = [each for each in offers if each.stage == HandoffStage.ACCEPTED]
    waits = [each.contacted_at - each.offered_at for each in taken if each.contacted_at]
    return Speed(
        offered=len(offers),
        elapsed={name: part(spans) for name, spans in elapsed.items()},
        working={name: part(spans) for name, spans in working.items()},
        within=[(span, Ratio(sum(w <= span for w in waits), len(taken))) for span in SOON],
        never=Ratio(len(taken) - len(waits), len(taken)),
    )


def part(spans):
    """The Part of some spans; the 90th percentile is the least that 90 % do not exceed."""
    ordered = sorted(spans)
    if not ordered:
        return Part(0, None, None)
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    return Part(len(ordered), middle, ordered[ceil(0.9 * len(ordered)) - 1])


def _offers(period):
    to_person = Q(acts__kind=ActKind.REROUTED, acts__to__isnull=False)
    known = Handoff.objects.filter(**period.of("offered_at"), accept_due_at__isnull=False)
    return known.select_related("team").annotate(passed_at=Min("acts__at", filter=to_person))


def _assigned_at(row):
    """When it waited for one person: at once, when it was passed on or claimed, or when taken."""
    first_to = None if row.passed_at else row.offered_to_id
    return row.offered_at if first_to else row.passed_at or row.answered_at


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


def _elapsed(_row, begins, ends):
    return ends - begins


def _working(hours, row, begins, ends):
    return hours[row.team_id].between(begins, ends)
