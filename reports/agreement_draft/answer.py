"""What last month would have looked like under a draft: the parts in which it differs."""

from dataclasses import dataclass

from leads.handoff.models import Clock
from reports.agreement_draft.definition import Unmade, unmade
from reports.agreement_draft.ends import RanOut, Tried, ran_out, tried
from reports.agreement_draft.tiers import Tiers, tiers
from reports.agreement_draft.times import Times, timed_under, times
from reports.line_parts import offered_in


@dataclass(frozen=True)
class Answer:
    """Of `offers` of a period; a part is None where the draft says what holds. Each part is
    counted by itself, of all offers."""

    offers: int
    definition: Unmade | None = None
    tiers: Tiers | None = None
    accept: Times | None = None
    contact: Times | None = None
    tried: Tried | None = None
    ran_out: RanOut | None = None

    @property
    def differs(self):
        parts = (self.definition, self.tiers, self.accept, self.contact, self.tried, self.ran_out)
        return any(part is not None for part in parts)


def simulate(draft, holding, period, *, at=None) -> Answer:
    """The Answer for the hand-offs offered in `period`, of what `draft` says otherwise than
    `holding`, the version in force."""
    other = differing(draft, holding)
    clocked = other & {"accept", "contact"}
    timed = times(timed_under(draft, period, at=at)) if clocked else {}
    return Answer(
        offers=offered_in(period).count(),
        definition=unmade(draft, period) if "definition" in other else None,
        tiers=tiers(draft, period) if "tiers" in other else None,
        accept=timed[Clock.ACCEPT] if "accept" in other else None,
        contact=timed[Clock.CONTACT] if "contact" in other else None,
        tried=tried(draft, period) if "tried" in other else None,
        ran_out=ran_out(draft, period) if "ran_out" in other else None,
    )


def differing(draft, holding):
    """The names of the parts of an Answer in which two versions say something else. Where a tier
    is another, so are the times of what is in it."""
    mine, theirs = draft.tiers, holding.tiers
    when = [term.when for term in mine] != [term.when for term in theirs]
    said = {
        "definition": draft.conditions != holding.conditions,
        "tiers": when,
        "accept": when or [term.accept for term in mine] != [term.accept for term in theirs],
        "contact": when or [term.contact for term in mine] != [term.contact for term in theirs],
        "tried": (draft.attempts, draft.over_days) != (holding.attempts, holding.over_days),
        "ran_out": (draft.on_expiry, draft.expiry_team) != (holding.on_expiry, holding.expiry_team),
    }
    return {name for name, differs in said.items() if differs}
