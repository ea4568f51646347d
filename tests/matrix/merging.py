"""Two who may be one person, two who were told apart, and two who were merged."""

from leads.merging.actions import merge, tell_apart
from leads.models import Pair
from tests.story import a_person


def merging(mara, person):
    """Of each, one is whom Sam sees; the other nobody but those who see all."""
    apart = _pair(person, a_person(name="Ida"))
    tell_apart(apart, by=mara)
    pair = _pair(person, a_person(name="A."))
    return {
        "pair": pair,
        "apart": apart,
        "two": ([person.pk, pair.high_id], ""),
        "merged": merge(a_person(), a_person(), by=mara),
    }


def _pair(low, high):
    return Pair.objects.create(low=low, high=high, signs=["phone"])
