"""Two people who make the same rule of the score at once make one."""

import pytest

from funnel.refusal import Refusal
from leads.models import ScoreRule
from leads.scoring.actions import add
from tests.deals.test_races import together

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def test_of_eight_who_add_the_same_rule_one_does_and_the_others_are_told():
    def adds():
        return add(asks={"phone": True}, points=10)

    told = together([adds] * 8)
    refused = [each for each in told if isinstance(each, Refusal)]
    assert len(refused) == 7 and {each.field for each in refused} == {"asks"}
    assert ScoreRule.objects.count() == 1
