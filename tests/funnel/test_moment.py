"""The figures of a page are of one moment, whatever happens while it is drawn."""

from threading import Thread

import pytest
from django.db import connection

from funnel.models import Team
from funnel.moment import one_moment


def elsewhere(act):
    """Somebody else does it, on a connection of their own."""

    def done():
        act()
        connection.close()

    other = Thread(target=done)
    other.start()
    other.join(20)


@pytest.mark.django_db(transaction=True)
def test_what_is_written_meanwhile_is_not_in_half_of_the_figures():
    with one_moment():
        before = Team.objects.count()
        elsewhere(lambda: Team.objects.create(name="South"))
        assert Team.objects.count() == before
    assert Team.objects.count() == before + 1


@pytest.mark.django_db
def test_inside_another_transaction_it_asks_for_nothing(django_assert_num_queries):
    with django_assert_num_queries(0), one_moment():
        pass
