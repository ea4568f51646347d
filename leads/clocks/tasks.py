import logging
from functools import cache

from celery import shared_task
from django.utils.timezone import now

from funnel.calendars.queries import worktime_of
from leads.clocks.ladder import climb, due

AT_ONCE = 1000

logger = logging.getLogger(__name__)


@shared_task(expires=60)
def tick():
    """Every minute, by beat: the clocks that have a rung due. One that fails stops no other."""
    hours = cache(worktime_of)
    for pk in due(now())[:AT_ONCE]:
        try:
            climb(pk, hours=hours)
        except Exception:
            logger.exception("the clock of hand-off %s cannot be read", pk)
