import logging
from datetime import timedelta

from celery import shared_task
from django.utils.timezone import now

from leads.capture.actions import decide
from leads.capture.models import Outcome, Submission

PATIENCE = timedelta(seconds=20)  # a task of its own decides sooner
AT_ONCE = 500

logger = logging.getLogger(__name__)


@shared_task
def decide_submission(pk):
    """Decide what was kept. Run twice, the world is the same."""
    decide(Submission.objects.get(pk=pk))


@shared_task(expires=20)
def decide_waiting_submissions():
    """Every 20 s, by beat: those whose own task was lost. One that fails does not stop the rest."""
    lost = Submission.objects.filter(
        outcome=Outcome.RECEIVED, received_at__lt=now() - PATIENCE
    ).order_by("received_at")
    for submission in lost[:AT_ONCE]:
        try:
            decide(submission)
        except Exception:
            logger.exception("submission %s cannot be decided", submission.pk)
