"""What was written for somebody in the moment they were merged goes to who they are."""

import pytest

from funnel.models import MendingEntry
from leads.merging.actions import merge
from leads.merging.stragglers import bring_home
from leads.models import CampaignResponse, Touchpoint
from leads.responses.actions import respond
from leads.touches.actions import touch
from tests.story import a_campaign, a_person, ago

pytestmark = pytest.mark.django_db


def test_a_touch_and_a_response_of_who_was_merged_come_home_once(mara):
    ada, other, letter = a_person(), a_person(), a_campaign(mara, type="email")
    respond(ada, letter, "sent", by=mara, at=ago(days=3))
    merge(ada, other, by=mara)
    touch("visit", person=other)
    respond(other, letter, "clicked", by=mara, at=ago(days=1))
    assert (bring_home(), bring_home()) == (1, 0)
    assert set(Touchpoint.objects.values_list("person", flat=True)) == {ada.pk}
    assert CampaignResponse.objects.get().status == "clicked"
    assert MendingEntry.objects.filter(table="leads_touchpoint", by=mara).exists()


def test_where_nobody_was_left_behind_nothing_is_written(mara):
    merge(a_person(), a_person(), by=mara)
    before = MendingEntry.objects.count()
    assert bring_home() == 0 and MendingEntry.objects.count() == before
