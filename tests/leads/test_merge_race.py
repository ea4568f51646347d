"""What happens in the same moment as a merge: two merges, captures, a merge and its opposite."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from funnel.refusal import LostRace
from leads.lead.actions import capture
from leads.merging.actions import merge, unmerge
from leads.merging.stragglers import bring_home
from leads.models import Lead, MatchKey, Merge, Person, Touchpoint
from leads.people.actions import find_or_add
from leads.touches.models import TouchKind
from tests.story import a_person

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5


def at_once(*acts):
    """What each of `acts` returned or raised, all begun in the same moment."""
    ready = Barrier(len(acts))

    def run(act):
        try:
            ready.wait()
            return act()
        except LostRace as lost:
            return lost
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def two():
    return a_person(), a_person()


def captured(email, by):
    person, _added = find_or_add(email=email)
    return capture(person, by=by, touched=TouchKind.FORM, owner=by)


def test_two_people_merge_the_same_two_and_one_is_told(mara, greta):
    for _round in range(ROUNDS):
        one, other = two()
        found = at_once(lambda: merge(one, other, by=mara), lambda: merge(other, one, by=greta))  # noqa: B023
        assert sorted(type(each).__name__ for each in found) == ["LostRace", "Merge"]
    assert Merge.objects.count() == ROUNDS


def test_a_double_click_is_one_merge(mara):
    one, other = two()
    found = at_once(*[lambda: merge(one, other, by=mara)] * 4)
    assert len(set(found)) == 1 and Merge.objects.count() == 1


def test_what_is_captured_meanwhile_is_who_stays(mara):
    for _round in range(ROUNDS):
        one, other = two()
        sent = [lambda: captured(other.email, mara)] * 3  # noqa: B023
        at_once(lambda: merge(one, other, by=mara), *sent)  # noqa: B023
        bring_home()
        assert Lead.objects.filter(person=one).count() == 1
        assert Touchpoint.objects.filter(person=one).count() == 3
        assert MatchKey.objects.filter(person=one).count() == 2
    assert not Touchpoint.objects.exclude(person__merged_into=None).exists()


def test_a_merge_and_its_opposite_leave_no_circle(mara):
    one, other = two()
    done = merge(one, other, by=mara)
    at_once(lambda: unmerge(done, by=mara), lambda: merge(one, other, by=mara))
    for person in Person.objects.all():
        assert person.standing.merged_into is None
