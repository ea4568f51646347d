"""Two records are one person: what moves, what is chosen, what is refused, and once."""

import pytest

from funnel.models import MendingEntry
from funnel.refusal import LostRace, Refusal
from leads.merging.actions import merge
from leads.models import Lead, MatchKey, Merge, Person, Touchpoint
from leads.people.actions import edit, find_or_add
from leads.responses.actions import respond
from tests.story import a_campaign, a_deal, a_lead, a_person, ago, an_accepted

pytestmark = pytest.mark.django_db


def two():
    return a_person(name="Ada Berg", email="ada@berg.example"), a_person(
        name="A. Berg", email="ada.berg@home.example", phone="+49 30 23125001"
    )


def test_what_is_theirs_is_the_older_records_whichever_is_named_first(mara, sam):
    ada, other = two()
    deal = a_deal(mara, sam, person=other)
    done = merge(other, ada, by=mara)
    deal.refresh_from_db()
    assert (done.kept, done.gone, deal.person, deal.lead.person) == (ada, other, ada, ada)
    assert set(Touchpoint.objects.values_list("person", flat=True)) == {ada.pk}
    assert Person.objects.get(pk=other.pk).merged_into == ada


def test_the_values_are_those_that_were_chosen_and_gaps_are_filled(mara):
    ada, other = two()
    merge(ada, other, by=mara, chosen={"name": other})
    ada.refresh_from_db()
    assert (ada.name, ada.email, ada.phone) == ("A. Berg", "ada@berg.example", "+49 30 23125001")


def test_every_key_of_both_finds_who_stays_also_after_an_edit(mara):
    ada, other = two()
    merge(ada, other, by=mara)
    ada.refresh_from_db()
    edit(ada, by=mara, name="Ada", email="new@berg.example", phone=ada.phone, company="")
    for known in ({"email": "ADA.berg@home.example "}, {"phone": "+493023125001"}):
        assert find_or_add(**known) == (ada, False)
    assert not MatchKey.objects.filter(person=other).exists()


def test_every_noun_that_points_at_a_person_is_turned_in_the_journal(mara, sam):
    ada, other = two()
    a_deal(mara, sam, person=other)
    merge(ada, other, by=mara)
    tables = set(
        MendingEntry.objects.filter(cause="merge", by=mara).values_list("table", flat=True)
    )
    assert tables >= {"leads_lead", "leads_touchpoint", "deals_deal", "leads_matchkey"}
    for relation in Person._meta.related_objects:
        if not hasattr(relation.related_model, "pgh_tracked_model"):
            rows = relation.related_model._base_manager.filter(**{relation.field.name: other})
            assert not rows.exists(), relation


def test_of_two_open_leads_the_later_counts_no_more_and_its_touches_are_the_others(mara):
    ada, other = two()
    later = a_lead(mara, person=ada, at=ago(days=1))
    first = a_lead(mara, person=other, at=ago(days=3))
    merge(ada, other, by=mara)
    assert list(Lead.objects.all()) == [first]
    assert Lead._base_manager.get(pk=later.pk).folded_into == first
    assert first.touchpoints.count() == 2


def test_of_two_open_leads_the_one_that_sales_has_stays(mara, sam):
    ada, other = two()
    a_lead(mara, person=ada, at=ago(days=3))
    offered = an_accepted(mara, sam, person=other, at=ago(days=1))
    merge(ada, other, by=mara)
    assert list(Lead.objects.all()) == [offered]


def test_two_that_sales_was_offered_are_refused_and_nothing_changes(mara, sam):
    ada, other = two()
    for person in (ada, other):
        an_accepted(mara, sam, person=person)
    with pytest.raises(Refusal, match="Close one of the two first"):
        merge(ada, other, by=mara)
    assert not Merge.objects.exists() and Lead.objects.filter(person=other).exists()


def test_in_one_campaign_they_have_one_row_with_the_steps_of_both(mara):
    (ada, other), letter = two(), a_campaign(mara, type="email")
    respond(ada, letter, "clicked", by=mara, at=ago(days=2))
    respond(other, letter, "sent", by=mara, at=ago(days=3))
    respond(other, letter, "replied", by=mara, at=ago(days=1))
    merge(ada, other, by=mara)
    row = letter.responses.get()
    assert (row.person, row.status, row.steps.count()) == (ada, "replied", 3)
    assert row.first_responded_at == row.steps.get(status="clicked").at


def test_twice_is_once_and_whoever_is_later_is_told_who_did_it(mara, greta):
    ada, other = two()
    done = merge(ada, other, by=mara)
    assert merge(other, ada, by=mara) == done
    with pytest.raises(LostRace, match="Merged by Mara"):
        merge(ada, other, by=greta)


def test_a_person_is_not_merged_with_themselves(mara):
    ada, _other = two()
    with pytest.raises(Refusal):
        merge(ada, ada, by=mara)
    assert not Merge.objects.exists()
