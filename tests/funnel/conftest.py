import pytest

from funnel.notices import events
from tests.mailing import BACK, LATE, SEEN


@pytest.fixture
def no_occasions(monkeypatch):
    """An installation where no department tells anything."""
    monkeypatch.setattr(events, "_events", {})


@pytest.fixture
def occasions(no_occasions):
    """One event that is mailed at once, one for the digest, one that is not mailed."""
    for event in (LATE, BACK, SEEN):
        events.register(event)
