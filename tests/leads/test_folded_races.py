"""Whoever acts on a lead in the moment it is folded into another is led there; nothing moves."""

import time
from threading import Event

import pytest
from django.db import connection, transaction
from django.test import Client

from deals.activities.actions import plan
from deals.answers.actions import cross
from funnel.refusal import LostRace
from leads.handoff.actions import Offer, offer, offer_many
from leads.merging.actions import merge
from leads.models import Handoff, Lead, LeadStep
from leads.qualification.actions import qualify, recycle
from leads.routing.actions.offering import offer_many_by_rules
from tests.cast import a_user
from tests.deals.test_races import together
from tests.story import a_lead, a_person, a_reason, ago

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
WAITING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'"""


@pytest.fixture
def mara():
    return a_user("Mara", "marketer")


@pytest.fixture
def both(mara):
    """(the lead that stays, the one that is folded into it)"""
    early = a_lead(mara, person=a_person(), at=ago(days=3))
    return early, a_lead(mara, person=a_person(), at=ago(days=1))


def while_merging(both, act, by):
    """What `act` returned or raised, which waits for the lead that a merge has in its hands."""
    merged = Event()

    def merges():
        with transaction.atomic():
            merge(both[0].person, both[1].person, by=by)
            merged.set()
            wait_for_a_waiter()

    def acts():
        merged.wait(30)
        return act()

    return together([merges, acts])[1]


def wait_for_a_waiter():
    for _try in range(200):
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.05)


ACTS = {
    "qualify": lambda lead, by: qualify(lead, by=by),
    "recycle": lambda lead, by: recycle(lead, by=by, reason=a_reason("recycle", "not_now")),
    "offer": lambda lead, by: offer(lead, by=by, to=by),
    "offer and accept": lambda lead, by: cross(lead, by=by),
    "plan": lambda lead, by: plan(lead=lead, by=by, text="Call", due_at=ago(days=-1)),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_who_waited_is_led_to_the_lead_that_counts(mara, both, act):
    stays, folded = both
    steps = LeadStep.objects.count()
    found = while_merging(both, lambda: act(folded, mara), mara)
    assert isinstance(found, LostRace) and found.url == stays.get_absolute_url()
    assert "merged with another record" in found.message
    assert LeadStep.objects.count() == steps and not Handoff.objects.exists()
    assert Lead._base_manager.get(pk=folded.pk).stage == "captured"


@pytest.mark.parametrize("act", [offer_many, offer_many_by_rules], ids=["to one", "by rules"])
def test_of_a_set_the_others_are_still_judged(mara, both, act):
    other = a_lead(mara)
    asked = [both[1], other]
    if act is offer_many:
        asked = [Offer(lead, ago(seconds=0), mara, to=mara) for lead in asked]
        made, refused = while_merging(both, lambda: act(asked), mara)
    else:
        made, refused = while_merging(both, lambda: act(asked, by=mara), mara)
    assert "erged" in refused[both[1].pk]
    assert {each.lead_id for each in made} <= {other.pk}


def test_the_page_says_so_and_shows_the_way(mara, both):
    stays, folded = both
    client = Client()
    client.force_login(mara)
    address = f"/leads/{folded.pk}/qualification/"
    answer = while_merging(both, lambda: client.post(address), mara)
    assert answer.status_code == 409
    assert f'href="{stays.get_absolute_url()}"' in answer.text


def test_an_offer_made_while_a_merge_waits_decides_which_lead_stays(mara, both):
    early, late = both
    offered = Event()

    def merges():
        offered.wait(30)
        return merge(early.person, late.person, by=mara)

    together([lambda: offers_slowly(late, mara, offered), merges])
    assert list(Lead.objects.values_list("pk", "stage")) == [(late.pk, "offered")]


def offers_slowly(lead, by, offered):
    with transaction.atomic():
        offer(lead, by=by, to=by)
        offered.set()
        wait_for_a_waiter()
