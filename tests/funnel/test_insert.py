"""Many rows at once are what one at a time would be."""

import pytest
from django.db import DataError, IntegrityError, transaction
from django.utils.timezone import now

from funnel.models import Batch
from funnel.sets import PER_STATEMENT, insert, insert_values
from leads.models import Company, MatchKey, Person, Touchpoint

pytestmark = pytest.mark.django_db


def test_rows_are_written_in_their_order_and_know_their_keys():
    people = insert(Person(name=f"P{n}") for n in range(PER_STATEMENT + 3))
    assert [person.pk for person in people] == sorted(person.pk for person in people)
    assert Person.objects.get(pk=people[-1].pk).name == people[-1].name
    people[0].name = "Ada"
    people[0].save()
    assert Person.objects.count() == PER_STATEMENT + 3


def test_nothing_is_written_of_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert insert([]) == []


def test_what_is_too_long_is_refused_not_cut():
    with pytest.raises(DataError), transaction.atomic():
        insert([Company(name="x" * 201)])
    assert not Company.objects.exists()


def test_the_database_keeps_its_promises():
    person = Person.objects.create()
    twins = [MatchKey(person=person, kind="email", value="ada@example.com") for _twice in range(2)]
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(twins)
    assert not MatchKey.objects.exists()


def test_json_has_to_go_the_other_way():
    with pytest.raises(TypeError, match="JSON"):
        insert([Batch(kind="leads", file_name="x", fingerprint="x")])


def test_values_are_written_as_the_rows_they_would_be():
    ada, at = Person.objects.create(name="Ada"), now()
    said = [{"person": ada, "kind": "visit", "at": at}, {"kind": "ad", "at": at, "page": "/x"}]
    first, second = Touchpoint.objects.in_bulk(insert_values(Touchpoint, said)).values()
    assert (first.person, first.page, first.side, first.sample) == (ada, "", "marketing", False)
    assert (second.person, second.page, second.kind) == (None, "/x", "ad")
