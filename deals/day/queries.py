"""My day: one ordered list of what waits for one seller, each with its reason in words.

The order: promises that are due today or late, offers by their clock, accepted leads
without a next step, deals without one; then the rest by value times likelihood.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import Exists, OuterRef
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from deals.activities.models import NextStep
from deals.answers.queries import in_view
from deals.answers.rows import with_faces
from deals.pipeline.models import Deal
from deals.stages import LIKELIHOOD, OPEN
from funnel.permissions import Can
from leads.models import HandoffStep, Lead
from leads.stages import HandoffStage, LeadStage

SHOWN = 30


@dataclass(frozen=True)
class Item:
    """One row of the day. `record` is a NextStep, Handoff, Lead or Deal."""

    key: str
    why: str
    record: object
    person: object
    at: datetime | None = None  # when it is due, or since when it waits
    kind: str = ""  # step, offer, lead, deal, later
    late: bool = False
    deal: Deal | None = None

    @property
    def now(self):
        """Whether it belongs to today."""
        return self.kind != "later"

    @property
    def waited(self):
        return now() - self.at


def the_day(user):
    """Every item of the day, in its order."""
    tonight = _midnight() + timedelta(days=1)
    steps = list(_steps(user))
    due = [_promised(step) for step in steps if step.due_at < tonight]
    later = [_planned(step) for step in steps if step.due_at >= tonight]
    later.sort(key=lambda item: (-_expected(item.deal), item.at))
    return [*due, *_offers(user), *_bare_leads(user), *_bare_deals(user), *later]


def done_today(user):
    """How much this seller has done since midnight: next steps finished, offers answered."""
    since = _midnight()
    steps = NextStep.objects.filter(owner=user, done_at__gte=since).count()
    answers = (HandoffStage.ACCEPTED, HandoffStage.RETURNED)
    return steps + HandoffStep.objects.filter(by=user, at__gte=since, to_stage__in=answers).count()


def _steps(user):
    return (
        NextStep.objects.filter(owner=user, done_at=None)
        .select_related("lead__person__company", "deal__person__company", "deal__company")
        .order_by("due_at", "pk")
    )


def _promised(step):
    late = step.due_at < now()
    return Item(
        key=f"step-{step.pk}",
        why=step.text,
        record=step,
        person=step.subject.person,
        at=step.due_at,
        kind="step",
        late=late,
        deal=step.deal,
    )


def _planned(step):
    return replace(_promised(step), kind="later")


def _offers(user):
    if not user.has_perm(Can.ANSWER_OFFERS):
        return []
    rows = with_faces(in_view(user, "mine"))
    return [
        Item(
            key=f"offer-{row.pk}",
            why=_("Offered to you") if row.offered_to_id else _("In the queue of %s") % row.team,
            record=row,
            person=row.lead.person,
            at=row.offered_at,
            kind="offer",
        )
        for row in rows
    ]


def _bare_leads(user):
    planned = NextStep.objects.filter(lead=OuterRef("pk"), done_at=None)
    working = Deal.objects.filter(lead=OuterRef("pk"), stage__in=OPEN)
    rows = (
        Lead.objects.filter(seller=user, stage=LeadStage.ACCEPTED)
        .filter(~Exists(planned), ~Exists(working))
        .select_related("person__company", "campaign")
        .order_by("stage_since", "pk")
    )
    return [
        Item(
            f"lead-{row.pk}", _("Accepted, no next step"), row, row.person, row.stage_since, "lead"
        )
        for row in rows
    ]


def _bare_deals(user):
    planned = NextStep.objects.filter(deal=OuterRef("pk"), done_at=None)
    rows = (
        Deal.objects.filter(~Exists(planned), owner=user, stage__in=OPEN)
        .select_related("person__company", "company", "lead")
        .order_by("stage_since", "pk")
    )
    return [
        Item(
            key=f"deal-{row.pk}",
            why=_("Deal with no next step"),
            record=row,
            person=row.person,
            at=row.stage_since,
            kind="deal",
            deal=row,
        )
        for row in rows
    ]


def _expected(deal):
    """What a deal is worth times how likely it is; 0 where that is not known."""
    if deal is None or deal.base_amount is None:
        return Decimal(0)
    return deal.base_amount * LIKELIHOOD[deal.stage] / 100


def _midnight():
    return localtime().replace(hour=0, minute=0, second=0, microsecond=0)
