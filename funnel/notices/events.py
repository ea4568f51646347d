"""What people may be told of; each department registers its events when it is ready."""

from dataclasses import dataclass
from datetime import timedelta

from funnel.models import Mail

HISTORY = timedelta(days=7)  # nobody is told of what is older


@dataclass(frozen=True)
class Event:
    key: str  # at most 60 characters; for ever, it stands on rows
    label: str  # what it tells, as the settings list it
    urgent: bool = False  # mailed at once where nobody chose otherwise, not with the digest
    mail: bool = True  # whether it is mailed where nobody chose otherwise

    @property
    def default(self):
        if not self.mail:
            return Mail.NEVER
        return Mail.NOW if self.urgent else Mail.DIGEST


_events = {}


def register(event: Event):
    _events[event.key] = event


def events() -> list[Event]:
    """In the order in which they were registered."""
    return list(_events.values())


def event_of(key) -> Event:
    return _events[key]


def label_of(key):
    """The event's label; of one that is no longer registered, its key."""
    event = _events.get(key)
    return event.label if event else key
