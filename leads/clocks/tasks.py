import logging

from celery import shared_task
from django.utils.timezone import now

from leads.clocks.ladder import climb, due

AT_ONCE = 1000

logger = logging.getLogger(__name__)


@shared_task(expires=60)
def tick():
    """Every minute, by beat: the clocks that have a rung due. One that fails stops no other."""
    for pk in due(now())[:AT_ONCE]:
        try:
            climb(pk)
        except Exception:
            logger.exception("the clock of hand-off %s cannot be read", pk)
