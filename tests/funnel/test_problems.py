"""The pages that say no keep the place of whoever is signed in."""

import pytest
from django.db import connection

RENAME = "ALTER TABLE {} RENAME TO {}"


@pytest.fixture
def broken_frame(db):
    """The bell of the frame has nothing to ask."""
    with connection.cursor() as cursor:
        cursor.execute(RENAME.format("funnel_notice", "funnel_gone"))
        yield
        cursor.execute(RENAME.format("funnel_gone", "funnel_notice"))


@pytest.mark.parametrize(("page", "status"), [("/settings/roles/", 403), ("/nowhere/", 404)])
def test_a_refusal_keeps_the_rail_and_the_strip(client, sam, page, status):
    client.force_login(sam)
    answer = client.get(page)
    assert answer.status_code == status
    assert 'class="rail"' in answer.text and 'class="strip"' in answer.text


def test_a_stranger_is_shown_no_rail(client, db):
    answer = client.get("/nowhere/")
    assert answer.status_code == 404 and 'class="rail"' not in answer.text


@pytest.mark.django_db(transaction=True)
def test_a_frame_that_breaks_does_not_break_the_answer(broken_frame, client, sam):
    client.force_login(sam)
    answer = client.get("/nowhere/")
    assert answer.status_code == 404 and "There is nothing here." in answer.text
