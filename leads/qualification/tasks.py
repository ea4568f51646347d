import logging
from zoneinfo import ZoneInfo

from celery import shared_task
from django.utils.timezone import localdate

from funnel.models import Organisation
from leads.agreement.check import meeting
from leads.agreement.queries import in_force
from leads.lead.models import Lead
from leads.qualification.actions import qualify_by_agreement, wake
from leads.stages import LeadStage

AT_ONCE = 1000

logger = logging.getLogger(__name__)


@shared_task(expires=60)
def qualify_by_the_agreement():
    """Every minute, by beat: captured leads that meet it, where it says that this is enough."""
    agreement = in_force()
    if not agreement.automatic:
        return
    never = Lead.objects.filter(stage=LeadStage.CAPTURED).exclude(steps__to_stage=LeadStage.MQL)
    for lead in meeting(never, agreement).order_by("born_at", "pk")[:AT_ONCE]:
        try:
            qualify_by_agreement(lead, agreement)
        except Exception:
            logger.exception("lead %s cannot be qualified", lead.pk)


@shared_task(expires=600)
def wake_due_leads():
    """Every ten minutes, by beat: leads that were put away until a day that has come."""
    today = localdate(timezone=ZoneInfo(Organisation.current().time_zone))
    due = Lead.objects.filter(stage=LeadStage.RECYCLED, recycle_until__lte=today)
    for lead in due.order_by("recycle_until", "pk")[:AT_ONCE]:
        try:
            wake(lead, by=None)
        except Exception:
            logger.exception("lead %s cannot be woken", lead.pk)
