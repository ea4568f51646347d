"""Who fits, or is lively, goes to whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from leads.routing.deciding import Router
from leads.routing.queries import route
from leads.scoring.actions import add
from tests.leads.routing import a_rule
from tests.story import an_mql

pytestmark = pytest.mark.django_db


def test_where_nobody_has_a_score_none_is_enough(mara, sam):
    a_rule(conditions={"fit": [1]}, to_user=sam)
    decision = route(an_mql(mara))
    assert not decision and decision.trace[0]["unmet"] == "fit is at least 1"


def test_the_scores_of_many_are_asked_once(mara, sam, django_assert_max_num_queries):
    add(asks={"phone": True}, points=40)
    a_rule(conditions={"fit": [1]}, to_user=sam)
    few, many = ([an_mql(mara) for _each in range(n)] for n in (2, 12))
    with CaptureQueriesContext(connection) as asked:
        Router(few, now())
    with django_assert_max_num_queries(len(asked)):
        Router(many, now())
