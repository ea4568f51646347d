"""The line of the demo year was kept as the running product would have kept it."""

from datetime import timedelta

import pytest
from time_machine import travel

from funnel.models import Notice
from leads.clocks.ladder import due
from leads.models import Handoff, HandoffAct
from leads.stages import HandoffStage
from reports.demo.year import load
from reports.sample.actions import remove_sample
from tests.reports.digest import LAST

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def test_a_small_year_at_its_last_morning_and_no_trace_once_it_is_removed():
    with travel("2026-06-30 08:00:30+00:00", tick=True):
        world = load(until=LAST, leads=300)
        _has_all_kinds_of_acts()
        _what_ran_out_was_offered_again(world)
        _nothing_is_due(world)
        _some_is_unread(world)
        remove_sample(by=None)
    assert not (HandoffAct.objects.exists() or Notice.objects.exists())


def _has_all_kinds_of_acts():
    kinds = set(HandoffAct.objects.values_list("kind", flat=True))
    assert {"rung", "rerouted", "nudged"} <= kinds
    argued = {HandoffStage.UPHELD, HandoffStage.OVERTURNED, HandoffStage.DISPUTED}
    assert Handoff.objects.filter(stage__in=argued).exists()
    assert Handoff.objects.filter(stage=HandoffStage.DISPUTED).count() == 2


def _what_ran_out_was_offered_again(world):
    for handoff in Handoff.objects.filter(stage=HandoffStage.EXPIRED):
        again = handoff.lead.handoffs.filter(pass_no=handoff.pass_no + 1)
        late = handoff.stage_since > world.calendar.over - timedelta(days=4)
        assert again.exists() or late


def _nothing_is_due(world):
    soon = world.calendar.over + timedelta(hours=4)
    assert list(due(world.calendar.over)) == []
    waiting = Handoff.objects.filter(stage=HandoffStage.OFFERED, held_at=None, rung=100)
    assert not waiting.filter(rung_at__lt=soon).exists()


def _some_is_unread(world):
    for name in ("mara", "sam", "greta"):
        told = Notice.objects.filter(user=world.cast.users[name])
        assert not told.exists() or told.filter(read_at=None).exists()
