"""The ticket issued with a hosted form: its submission id and when the page was asked for."""

import time
import uuid
from dataclasses import dataclass

from django.core import signing

from leads.capture.models import Suspicion

SALT = "leads.capture.ticket"
SHORTEST = 2  # seconds in which nobody fills a form
OLDEST = 7 * 24 * 3600


@dataclass(frozen=True)
class Ticket:
    submission_id: uuid.UUID
    seconds: float | None  # on the page; None: no page of ours was seen before

    @property
    def suspicion(self):
        """Why this smells of a machine, or an empty string."""
        if self.seconds is None:
            return Suspicion.NO_PAGE
        return Suspicion.TOO_FAST if self.seconds < SHORTEST else ""


def issue():
    """A signed ticket, as text for a hidden field."""
    return signing.dumps({"id": uuid.uuid4().hex, "at": time.time()}, salt=SALT)


def read(text):
    """The Ticket of what came back; forged is as good as none, worn-out proves no page."""
    try:
        ticket = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return Ticket(uuid.uuid4(), None)
    seconds = max(0.0, time.time() - ticket["at"])
    return Ticket(uuid.UUID(ticket["id"]), seconds if seconds < OLDEST else None)
