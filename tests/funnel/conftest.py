import pytest

from funnel.notices import events
from tests.mailing import BACK, LATE, SEEN


@pytest.fixture
def occasions(monkeypatch):
    """One event that is mailed at once, one for the digest, one that is not mailed."""
    monkeypatch.setattr(events, "_events", {})
    for event in (LATE, BACK, SEEN):
        events.register(event)
