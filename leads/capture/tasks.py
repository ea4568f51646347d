import logging
import time
from contextlib import suppress
from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.utils.timezone import now
from kombu.exceptions import OperationalError

from funnel.valkey import AWAY, key, server
from leads.capture.actions.deciding import decide
from leads.capture.confirming import ask_unconfirmed
from leads.capture.models import Outcome, Submission

PATIENCE = timedelta(seconds=20)  # a task sent with it decides sooner
AT_ONCE = 500
CALLED_FOR = 2  # seconds, should the call be lost
A_MOMENT = 0.1  # seconds that a worker leaves between being called and looking

logger = logging.getLogger(__name__)


class Called:
    """When this process last saw that a worker is called for. Who is called leaves a moment
    before it looks, so what is kept within that moment is seen without asking Valkey again."""

    seen = -A_MOMENT

    @classmethod
    def lately(cls):
        return time.monotonic() - cls.seen < A_MOMENT * 0.9


def decide_soon():
    """Have what was kept decided. Many within a moment call a worker once; without a broker the
    sweeper decides them, and nobody is kept waiting."""
    if Called.lately():
        return
    asked = time.monotonic()
    try:
        if server().execute_command("SET", key("captures", "called"), 1, "NX", "EX", CALLED_FOR):
            decide_received.apply_async(retry=False)
        Called.seen = asked
    except (OperationalError, *AWAY) as trouble:
        logger.warning("what came in waits for the sweeper: %s", trouble)


@shared_task(bind=True)
def decide_received(self):
    """Decide what was kept, in the order in which it came. Several may run beside each other."""
    with suppress(*AWAY):
        server().delete(key("captures", "called"))  # whatever is kept from here on calls again
    if not self.request.called_directly:
        time.sleep(A_MOMENT)
    if _decided(Submission.objects.filter(outcome=Outcome.RECEIVED)) == AT_ONCE:
        decide_soon()
    ask_unconfirmed()


@shared_task(expires=20)
def decide_waiting_submissions():
    """Every 20 s, by beat: those whose own call was lost, and mails that did not go out."""
    _decided(Submission.objects.filter(outcome=Outcome.RECEIVED, received_at__lt=now() - PATIENCE))
    ask_unconfirmed()


def _decided(rows):
    """How many of the first AT_ONCE were decided; one that fails does not stop the rest."""
    numbers = rows.order_by("received_at", "pk").values_list("pk", flat=True)[:AT_ONCE]
    return sum(_decide_one(number) for number in list(numbers))


def _decide_one(number):
    """False where somebody else is at it, did it, or it cannot be done."""
    try:
        with transaction.atomic():
            free = Submission.objects.select_for_update(skip_locked=True, of=("self",))
            row = free.filter(pk=number, outcome=Outcome.RECEIVED).first()
            return bool(row and decide(row))
    except Exception:
        logger.exception("submission %s cannot be decided", number)
        return False
