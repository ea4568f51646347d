"""The two leaks that are planted in the demo year show in the figures: see docs/demo.md."""

from datetime import timedelta

import pytest

from funnel.period import Period
from reports.conversion import conversion
from reports.demo.year import load
from tests.reports.digest import LAST

pytestmark = pytest.mark.django_db
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


def test_both_leaks_show_on_their_own_side():
    world = load(until=LAST, leads=1000)
    social, wide = both(world, world.leaks.social_from, "channel", "social")
    assert social["mql"].of_previous.rate - wide["mql"].of_previous.rate > 0.1
    assert social["accepted"].of_previous.rate - wide["accepted"].of_previous.rate > 0.1
    team = world.cast.users["yannis"].teams.get()
    prompt, late = both(world, world.leaks.late_from, "team", team.pk)
    assert prompt["contacted"].of_previous.rate - late["contacted"].of_previous.rate > 0.2
    assert late["contacted"].median_days > 2 * prompt["contacted"].median_days
    assert prompt["won"].of_previous.rate - late["won"].of_previous.rate > 0.1
