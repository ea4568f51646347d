"""How many answers and first contacts would have been late by the times of a draft."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.utils.timezone import now

from leads.clocks.queries import hours_of
from leads.handoff.clock import due_of, dues_within
from leads.handoff.models import Clock, Handoff, HandoffStep
from leads.stages import HandoffStage
from reports.agreement_draft.tiers import tiered
from reports.line_parts import offered_in

DONE, WAITING, ENDED = "done", "waiting", "ended"


@dataclass(frozen=True)
class Late:
    """Of `whole`: how many are late by what was promised, and would be by the draft."""

    whole: int
    were: int
    would: int


@dataclass(frozen=True)
class Times:
    """One clock: what was answered (contacted), what still waits for it, and what ended without,
    run out unanswered or sent back without a contact."""

    done: Late
    waiting: Late
    ended: Late


@dataclass(frozen=True)
class Timed:
    """One clock of one hand-off. `until` is when it stopped, or when it is looked at."""

    pk: int
    clock: Clock
    state: str  # DONE, WAITING or ENDED
    until: datetime
    promised_at: datetime
    draft_at: datetime  # when it would have been due
    draft_tier: str

    @property
    def was_late(self):
        return self.until > self.promised_at

    @property
    def would_be_late(self):
        return self.until > self.draft_at


def times(timed) -> dict[Clock, Times]:
    """{clock: its Times} of some Timed."""
    whole = Counter((each.clock, each.state) for each in timed)
    were = Counter((each.clock, each.state) for each in timed if each.was_late)
    would = Counter((each.clock, each.state) for each in timed if each.would_be_late)
    return {
        clock: Times(
            *(
                Late(whole[clock, state], were[clock, state], would[clock, state])
                for state in (DONE, WAITING, ENDED)
            )
        )
        for clock in Clock
    }


def timed_under(draft, period, *, at=None):
    """[Timed] of the hand-offs offered in `period` that have a clock, in working time of whoever
    received them and with their holds left out. Withdrawn ones owe nothing."""
    at, terms = at or now(), {term.tier: term for term in draft.tiers}
    tier_of = dict(tiered(draft, period).order_by().values_list("pk", "draft_tier"))
    rows = list(_clocked(period))
    hours, found = hours_of(rows), []
    for row in rows:
        term = terms[tier_of[row.pk]]
        dues = dues_within(
            row, hours[row.team_id], accept_for=term.accept, contact_for=term.contact
        )
        for clock, due in zip((Clock.ACCEPT, Clock.CONTACT), dues, strict=True):
            if stood := _stood(row, clock, at):
                found.append(Timed(row.pk, clock, *stood, due_of(row, clock), due, term.tier))
    return found


def _clocked(period):
    back = HandoffStep.objects.filter(
        handoff=OuterRef("pk"), from_stage=HandoffStage.ACCEPTED, to_stage=HandoffStage.RETURNED
    )
    rows: list[Handoff] = offered_in(period).filter(accept_due_at__isnull=False)
    rows = rows.defer("evidence", "note", "trace").select_related("team")
    return rows.annotate(back_at=Subquery(back.values("at")[:1]))


def _stood(row, clock, at):
    """(state, until when) of one clock; None where nothing is owed."""
    asked, waits, ended_at = {
        Clock.ACCEPT: (row.answered_at, HandoffStage.OFFERED, row.stage_since),
        Clock.CONTACT: (row.contacted_at, HandoffStage.ACCEPTED, row.back_at),
    }[clock]
    if asked:
        return DONE, asked
    if row.stage == waits:
        return WAITING, row.held_at or at
    ended = row.stage == HandoffStage.EXPIRED if clock == Clock.ACCEPT else row.back_at
    return (ENDED, ended_at) if ended else None
