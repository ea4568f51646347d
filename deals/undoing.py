"""What an import of deals leaves, and what keeps some of it."""

from django.db import connection
from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from deals.activities.models import Activity, NextStep
from deals.line.queries import forget
from deals.pipeline.models import Deal, DealStep
from deals.stages import DealStage
from funnel.imports.traces import Hold, Made, Traces
from funnel.retracing import retrace
from leads.models import LeadStep

CUSTOMERS_ANEW = """
UPDATE leads_person p SET customer_since = (
    SELECT min(s.at) FROM deals_dealstep s JOIN deals_deal d ON d.id = s.deal_id
    WHERE d.person_id = p.id AND s.to_stage = 'won'
)
WHERE p.id = ANY(%s)
"""


def _moved_deals(rows):
    before = rows.exclude(deal__batch=F("batch"))
    return before.values_list("deal_id", flat=True).distinct()


def _retrace_deals(keys):
    retrace(Deal, keys)


def _customers(rows):
    """Who is a customer by a win that goes."""
    won = rows.filter(to_stage=DealStage.WON, deal__person__customer_since=F("at"))
    return won.values_list("deal__person", flat=True).distinct()


def _customers_anew(keys):
    with connection.cursor() as cursor:
        cursor.execute(CUSTOMERS_ANEW, [keys])


def _dealt_on(batch):
    """Steps of leads that the import took over the line and on which a deal was opened since."""
    opened = DealStep.objects.filter(
        deal__lead=OuterRef("lead"), deal__batch=None, recorded_at__gt=OuterRef("recorded_at")
    )
    return LeadStep.objects.filter(Exists(opened), batch=batch)


def _planned_on(batch):
    """And those on which somebody planned what to do next."""
    planned = NextStep.objects.filter(lead=OuterRef("lead"), made_at__gt=OuterRef("recorded_at"))
    return LeadStep.objects.filter(Exists(planned), batch=batch)


TRACES = Traces(
    made=(
        Made(Activity, follows=("deal",)),
        Made(
            DealStep,
            binds=("deal",),
            settles=((_moved_deals, _retrace_deals), (_customers, _customers_anew)),
        ),
        Made(
            Deal,
            binds=("lead",),
            whole=("amount", "currency", "rate", "base_amount", "due"),
        ),
    ),
    holds=(
        Hold(LeadStep, _("dealt on since"), _dealt_on),
        Hold(LeadStep, _("planned on since"), _planned_on),
    ),
    kept={"deals": lambda stays: stays.of(Deal)},
    after=forget,
)
