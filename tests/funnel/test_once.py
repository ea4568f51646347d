import uuid

import pytest

from funnel.models import Once, Team
from funnel.once import once
from funnel.refusal import Refusal
from tests.deals.test_races import together


def make_a_team():
    Team.objects.create(name=f"Team {Team.objects.count()}")
    return "/teams/"


@pytest.mark.django_db
def test_a_form_sent_twice_acts_once_and_leads_to_the_same_place():
    key = uuid.uuid4()
    assert [once(key, make_a_team), once(key, make_a_team)] == ["/teams/"] * 2
    assert Team.objects.count() == 1


@pytest.mark.django_db
def test_two_renderings_of_a_form_act_twice():
    once(uuid.uuid4(), make_a_team)
    once(uuid.uuid4(), make_a_team)
    assert Team.objects.count() == 2


@pytest.mark.django_db
def test_what_was_refused_may_be_sent_again():
    key = uuid.uuid4()

    def refuse():
        raise Refusal("no")

    with pytest.raises(Refusal):
        once(key, refuse)
    assert (once(key, make_a_team), Once.objects.count()) == ("/teams/", 1)


@pytest.mark.django_db
def test_without_a_key_it_simply_acts():
    assert once(None, make_a_team) == "/teams/"
    assert not Once.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_eight_clicks_at_once_are_one():
    key = uuid.uuid4()
    assert together([lambda: once(key, make_a_team)] * 8) == ["/teams/"] * 8
    assert Team.objects.count() == 1
