"""What is told of the demo year in docs/demo.md shows in its figures."""

from datetime import timedelta

import pytest

from deals.models import NextStep
from funnel.period import Period
from leads.models import Handoff
from reports.conversion import conversion
from reports.demo.year import load
from tests.reports.digest import LAST

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
WINDOW = timedelta(days=90)


def figures(world, first, last, by, key):
    """{rung: its row} of one group, of those captured from `first` to `last`."""
    period = Period.of_days(first, last, world.calendar.zone)
    groups = conversion(period, by=by, as_of=world.calendar.over).groups
    (group,) = [group for group in groups if group.key == str(key)]
    return {row.key: row for row in group.rungs}


def both(world, since, by, key):
    """The figures before a leak began, and after it."""
    calendar, day = world.calendar, timedelta(days=1)
    before = figures(world, calendar.first, since - day, by, key)
    return before, figures(world, since, calendar.last - WINDOW, by, key)


def test_the_year_leaks_on_both_sides_and_ends_in_the_middle_of_work():
    world = load(until=LAST)
    marketing_leaks(world)
    sales_leaks(world)
    work_is_left(world.calendar.over)


def marketing_leaks(world):
    before, after = both(world, world.leaks.social_from, "channel", "social")
    assert before["mql"].of_previous.rate - after["mql"].of_previous.rate > 0.1
    assert before["accepted"].of_previous.rate - after["accepted"].of_previous.rate > 0.1


def sales_leaks(world):
    team = world.cast.users["yannis"].teams.get()
    before, after = both(world, world.leaks.late_from, "team", team.pk)
    assert before["contacted"].of_previous.rate - after["contacted"].of_previous.rate > 0.2
    assert after["contacted"].median_days > 2 * before["contacted"].median_days
    assert before["won"].of_previous.rate - after["won"].of_previous.rate > 0.1


def work_is_left(ends):
    assert Handoff.objects.waiting().count() >= 3
    steps = NextStep.objects.filter(done_at=None)
    assert steps.filter(due_at__gt=ends).exists() and steps.filter(due_at__lt=ends).exists()
