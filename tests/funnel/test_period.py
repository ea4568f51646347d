from datetime import UTC, date, datetime

import pytest

from funnel.period import Period
from funnel.refusal import Refusal


def test_both_days_count_whole_and_the_end_is_left_out():
    may = Period.of_days(date(2026, 5, 1), date(2026, 5, 31), "UTC")
    assert (may.start, may.end) == (
        datetime(2026, 5, 1, tzinfo=UTC),
        datetime(2026, 6, 1, tzinfo=UTC),
    )
    assert (may.first, may.last) == (date(2026, 5, 1), date(2026, 5, 31))


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_a_day_of_berlin_may_have_23_or_25_hours(day, hours):
    period = Period.of_days(day, day, "Europe/Berlin")
    length = period.end.astimezone(UTC) - period.start.astimezone(UTC)
    assert length.total_seconds() == hours * 3600


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(Refusal, match="ends before it begins"):
        Period.of_days(date(2026, 5, 2), date(2026, 5, 1), "UTC")
