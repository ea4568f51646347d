"""Where two do the same work: two sellers on one company, two campaigns' sends to one person."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import F, Window
from django.db.models.functions import Lag
from django.utils.timezone import now

from deals.models import Deal
from funnel.models import User
from leads.models import Campaign, Company, Handoff, Lead, Person, ResponseStep
from leads.responses.statuses import Status
from leads.stages import HandoffStage, LeadStage

SENDS = (Status.SENT, Status.INVITED)
APART, SINCE = timedelta(days=7), timedelta(days=90)


@dataclass
class Shared:
    """A company on which more than one of sales works, and on what each does."""

    company: Company
    work: dict = field(default_factory=dict)  # {user: [open leads and deals]}


@dataclass(frozen=True)
class Sent:
    """Two campaigns wrote to one person within a week."""

    person: Person
    first: Campaign
    first_at: datetime
    second: Campaign
    second_at: datetime


def shared_companies(user):
    """[Shared] of what `user` sees: accepted leads, offers that wait for one person, open deals."""
    held = defaultdict(lambda: defaultdict(list))
    for company, seller, row in _open_work(user):
        if company and seller and row not in held[company][seller]:
            held[company][seller].append(row)
    shared = {company: work for company, work in held.items() if len(work) > 1}
    companies = Company.objects.in_bulk(shared)
    sellers = User.objects.in_bulk({seller for work in shared.values() for seller in work})
    return sorted(
        (
            Shared(companies[company], {sellers[key]: rows for key, rows in work.items()})
            for company, work in shared.items()
        ),
        key=lambda each: each.company.name.lower(),
    )


def _open_work(user):
    """(company's key, seller's key, the lead or deal)"""
    leads = Lead.objects.visible_to(user).select_related("person")
    for lead in leads.filter(stage=LeadStage.ACCEPTED).exclude(seller=None):
        yield lead.person.company_id, lead.seller_id, lead
    waiting = Handoff.objects.filter(stage=HandoffStage.OFFERED, lead__in=leads)
    for handoff in waiting.select_related("lead__person"):
        yield handoff.lead.person.company_id, handoff.offered_to_id, handoff.lead
    for deal in Deal.objects.visible_to(user).open().select_related("person"):
        yield deal.company_id or deal.person.company_id, deal.owner_id, deal


class Sends:
    """The Sent of the last SINCE that `user` may see, the latest first; as a Paginator wants it."""

    def __init__(self, user):
        seen = Campaign.objects.visible_to(user)
        whose = {"partition_by": F("response__person"), "order_by": ["at", "id"]}
        steps = ResponseStep.objects.filter(
            status__in=SENDS, at__gte=now() - SINCE, response__campaign__in=seen
        )
        self.rows = (
            steps.annotate(
                person=F("response__person"),
                campaign=F("response__campaign"),
                before=Window(Lag("response__campaign"), **whose),
                before_at=Window(Lag("at"), **whose),
            )
            .filter(before__isnull=False, before_at__gt=F("at") - APART)
            .exclude(before=F("campaign"))
            .order_by("-at", "-id")
            .values("person", "campaign", "at", "before", "before_at")
        )

    def count(self):
        return self.rows.count()

    def __len__(self):
        return self.count()

    def __getitem__(self, part):
        rows = list(self.rows[part])
        keys = {row[name] for row in rows for name in ("campaign", "before")}
        campaigns = Campaign.objects.in_bulk(keys)
        people = Person.objects.select_related("company").in_bulk({row["person"] for row in rows})
        return [
            Sent(
                people[row["person"]],
                campaigns[row["before"]],
                row["before_at"],
                campaigns[row["campaign"]],
                row["at"],
            )
            for row in rows
        ]
