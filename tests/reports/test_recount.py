from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from funnel.period import Period
from reports.conversion import conversion
from tests.reports.naive import Recount
from tests.reports.worlds import START, build, on, worlds

MONTH = Period(START, START + timedelta(days=28))


@pytest.mark.slow
@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # shrinking a world takes minutes
    suppress_health_check=list(HealthCheck),
)
@given(
    world=worlds, window=st.sampled_from([0, 5, 20, 90]), as_of=st.sampled_from([10, 30, 60, 200])
)
def test_the_ladder_agrees_with_a_recount(db, world, window, as_of):
    with transaction.atomic():
        build(world)
        asked = {"window_days": window, "as_of": on(as_of)}
        assert conversion(MONTH, **asked).rungs == Recount(MONTH, **asked).rungs()
        transaction.set_rollback(True)
