"""A lead that was put away comes back: on its day, or when the person does."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils.timezone import localdate, now
from time_machine import travel

from deals.answers.actions import send_back
from funnel.models import Notice
from leads.lead.actions import capture
from leads.models import Lead
from leads.qualification.actions import recycle, wake
from leads.qualification.tasks import wake_due_leads
from leads.touches.models import TouchKind
from tests.story import DAY, a_lead, a_person, a_reason, an_mql, an_offer, trail


@pytest.fixture
def put_away(mara):
    lead = an_mql(mara)
    until = localdate() + timedelta(days=30)
    recycle(lead, by=mara, reason=a_reason("recycle", "not_now"), until=until)
    return lead


def test_it_wakes_on_its_day_and_not_before(put_away):
    wake_due_leads()
    assert trail(put_away)[-1] == "recycled"
    with travel(now() + 31 * DAY, tick=False):
        wake_due_leads()
        wake_due_leads()
    put_away.refresh_from_db()
    assert trail(put_away) == ["captured", "mql", "recycled", "mql"]
    assert put_away.recycle_until is None


def test_it_wakes_when_the_person_shows_interest_again(put_away):
    lead, born = capture(put_away.person, by=None, touched=TouchKind.FORM)
    assert (lead, born) == (put_away, False)
    assert trail(put_away)[-1] == "mql"
    assert Lead.objects.get().recycle_until is None


def test_an_open_lead_only_gets_the_touch(mara):
    lead = a_lead(mara)
    capture(lead.person, by=None, touched=TouchKind.FORM)
    assert trail(lead) == ["captured"]


def test_beat_sends_out_the_clocks_and_the_waking():
    sent = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert {"leads.clocks.tasks.tick", "leads.qualification.tasks.wake_due_leads"} <= sent


def told(user):
    return list(Notice.objects.filter(user=user, event="woke").values_list("title", "path"))


def test_its_owner_and_whoever_sent_it_back_for_later_are_told_once(mara, sam, ben):
    handoff = an_offer(mara, sam, person=a_person(name="Ada"))
    until = localdate() + timedelta(days=30)
    send_back(handoff, by=sam, reason=a_reason("return", "too_early"), until=until)
    with travel(now() + 31 * DAY, tick=False):
        wake_due_leads()
        wake_due_leads()
    for colleague in (mara, sam):
        assert told(colleague) == [("Ada is awake again", f"/leads/{handoff.lead.pk}/")]
    assert told(ben) == []


def test_who_wakes_it_by_hand_is_not_told_and_its_owner_is(mara, adam, put_away):
    wake(put_away, by=adam)
    assert (len(told(mara)), told(adam)) == (1, [])


def test_who_comes_back_by_themselves_is_told_to_the_owner(mara, put_away):
    capture(put_away.person, by=None, touched=TouchKind.FORM)
    assert len(told(mara)) == 1
