"""The ticket issued with a hosted form: its submission id, when the page was asked for, and what
the address said that brought them."""

import time
import uuid
from dataclasses import dataclass, field

from django.core import signing

from leads.capture.suspicion import Suspicion

SALT = "leads.capture.ticket"
SHORTEST = 2  # seconds in which nobody fills a form
OLDEST = 7 * 24 * 3600


@dataclass(frozen=True)
class Ticket:
    submission_id: uuid.UUID
    seconds: float | None  # on the page; None: no page of ours was seen before
    arrival: dict = field(default_factory=dict)  # see Arrival.said
    version: int | None = None  # of the form, as the page showed it

    @property
    def suspicion(self):
        """Why this smells of a machine, or an empty string."""
        if self.seconds is None:
            return Suspicion.NO_PAGE
        return Suspicion.TOO_FAST if self.seconds < SHORTEST else ""


def issue(arrival=None, version=None):
    """A signed ticket, as text for a hidden field."""
    said = {"came": arrival.said} if arrival else {}
    said |= {"v": version} if version else {}
    return signing.dumps({"id": uuid.uuid4().hex, "at": time.time()} | said, salt=SALT)


def read(text):
    """The Ticket of what came back; forged is as good as none, worn-out proves no page."""
    try:
        ticket = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return Ticket(uuid.uuid4(), None)
    seconds = max(0.0, time.time() - ticket["at"])
    fresh = seconds if seconds < OLDEST else None
    return Ticket(uuid.UUID(ticket["id"]), fresh, ticket.get("came", {}), ticket.get("v"))
