"""Some of the sample's people are here twice, and go with the sample."""

import pytest

from leads.models import Merge, Pair, Person
from reports.demo.year import load
from reports.sample.actions import remove_sample
from tests.reports.digest import LAST

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def test_pairs_wait_one_is_told_apart_one_merged_and_all_go_with_the_sample(adam):
    load(until=LAST, leads=80)
    signs = {sign for pair in Pair.objects.open() for sign in pair.signs}
    assert signs >= {"phone", "mail"}
    assert (Pair.objects.exclude(apart_at=None).count(), Merge.objects.count()) == (1, 1)
    remove_sample(by=adam)
    assert not (Pair.objects.exists() or Merge.objects.exists() or Person.objects.exists())
