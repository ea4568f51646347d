"""What was merged is two again: with their own rows, within 90 days, if nothing stands on it."""

from decimal import Decimal

import pytest
from time_machine import travel

from deals.answers.actions import send_back
from funnel.models import MendingEntry
from funnel.refusal import Refusal
from leads.merging.actions import merge, unmerge
from leads.models import Conversion, Lead, MatchKey, Merge, Person, Touchpoint
from leads.people.actions import find_or_add
from leads.qualification.actions import disqualify
from leads.responses.actions import respond
from leads.touches.actions import convert
from tests.story import DAY, a_campaign, a_deal, a_lead, a_person, a_reason, ago, an_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(db):
    return a_person(name="Ada Berg", email="ada@berg.example")


@pytest.fixture
def other(ada):
    return a_person(name="A. Berg", email="a@home.example", phone="+49 30 23125001")


def world():
    """{table: its rows} of all that a merge may turn."""
    models = (Lead, Touchpoint, Conversion, MatchKey, Person)
    return {m: sorted(map(str, m._base_manager.order_by("pk").values_list())) for m in models}


def test_each_has_their_own_rows_again(mara, sam, ada, other):
    letter = a_campaign(mara, type="email")
    for person in (ada, other):
        respond(person, letter, "clicked", by=mara, at=ago(days=4))
        convert(person, at=ago(days=2), amount=Decimal(5))
    a_deal(mara, sam, person=other, at=ago(days=3))
    a_lead(mara, person=ada, at=ago(days=1))
    before, rows = world(), set(letter.responses.values_list("pk", "person", "status"))
    done = merge(ada, other, by=mara, chosen={"name": other})
    assert world() != before
    assert unmerge(done, by=mara) == done
    assert world() == before
    assert set(letter.responses.values_list("pk", "person", "status")) == rows
    assert MendingEntry.objects.filter(cause="unmerge", by=mara).exists()


def test_what_came_since_stays_but_goes_with_its_lead(mara, ada, other):
    theirs = a_lead(mara, person=other, at=ago(days=3))
    done = merge(ada, other, by=mara)
    a_lead(mara, person=Person.objects.get(pk=ada.pk), at=ago(days=1))
    respond(ada, a_campaign(mara, type="email"), "sent", by=mara)
    unmerge(done, by=mara)
    assert set(theirs.touchpoints.values_list("person", flat=True)) == {other.pk}
    assert ada.responses.count() == 1


def test_what_was_edited_since_stays_and_the_rest_is_as_before(mara, ada, other):
    done = merge(ada, other, by=mara)
    Person.objects.filter(pk=ada.pk).update(name="Ada Stone")
    unmerge(done, by=mara)
    ada.refresh_from_db()
    assert (ada.name, ada.phone) == ("Ada Stone", "")
    assert find_or_add(phone="+493023125001") == (other, False)


def test_twice_is_once(mara, ada, other):
    done = merge(ada, other, by=mara)
    unmerge(done, by=mara)
    assert unmerge(done, by=mara) is None
    assert merge(ada, other, by=mara) != done


def test_after_ninety_days_it_is_refused_and_nothing_changes(mara, ada, other):
    done = merge(ada, other, by=mara)
    with travel(done.at + 90 * DAY, tick=False), pytest.raises(Refusal, match="90 days"):
        unmerge(done, by=mara)
    assert Person.objects.get(pk=other.pk).merged_into == ada


def test_a_later_merge_stands_on_it_and_is_named(mara, ada, other):
    done, third = merge(ada, other, by=mara), a_person(name="Third")
    later = merge(ada, third, by=mara)
    with pytest.raises(Refusal, match="Third was merged with Ada Berg since"):
        unmerge(done, by=mara)
    unmerge(later, by=mara)
    unmerge(done, by=mara)
    assert not Person.objects.exclude(merged_into=None).exists()


def test_a_chain_ends_at_the_oldest_and_comes_apart_from_its_end(mara, ada, other):
    oldest, chain = ada, [other, *(a_person() for _number in range(3))]
    merges = [merge(chain[n], chain[n + 1], by=mara) for n in (2, 1, 0)]
    merges.append(merge(oldest, chain[0], by=mara))
    assert {Person.objects.get(pk=each.pk).standing for each in chain} == {oldest}
    for done in reversed(merges):
        unmerge(done, by=mara)
    assert Merge.objects.filter(undone_at=None).count() == 0


def test_where_one_would_have_two_open_leads_it_is_refused(mara, sam, ada, other):
    a_lead(mara, person=ada, at=ago(days=9))
    offered = an_offer(mara, sam, person=other, at=ago(days=5))
    done = merge(ada, other, by=mara)
    send_back(offered, by=sam, reason=a_reason("return", "not_our_target"))
    lead = Lead.objects.get(person=ada)
    disqualify(lead, by=mara, reason=a_reason("disqualify", "spam"))
    a_lead(mara, person=Person.objects.get(pk=ada.pk))
    with pytest.raises(Refusal, match="two open leads"):
        unmerge(done, by=mara)
    assert Person.objects.get(pk=other.pk).merged_into == ada
