from datetime import timedelta

import pytest
from django.utils.timezone import localtime, now

from deals.activities.actions import plan
from tests.story import a_deal

pytestmark = pytest.mark.django_db


@pytest.fixture
def deal(mara, sam):
    return a_deal(mara, sam)


@pytest.fixture
def step(sam, deal):
    return plan(by=sam, deal=deal, text="Call", due_at=now() + timedelta(days=1))


def typed(**ahead):
    return (localtime() + timedelta(**ahead)).strftime("%Y-%m-%dT%H:%M")


def test_a_next_step_is_planned(client, sam, deal):
    client.force_login(sam)
    page = f"/next-steps/new/?deal={deal.pk}"
    assert client.get(page).status_code == 200
    client.post(page, {"text": "Visit", "due_at": typed(days=2)})
    assert deal.next_steps.get().text == "Visit"


def test_it_is_moved_and_there_is_still_only_one(client, sam, deal, step):
    client.force_login(sam)
    assert 'value="Call"' in client.get(f"/next-steps/{step.pk}/").text
    client.post(f"/next-steps/{step.pk}/", {"text": "Call Joan", "due_at": typed(days=3)})
    assert [each.text for each in deal.next_steps.all()] == ["Call Joan"]


def test_it_is_done_once_and_one_is_back_where_one_was(client, sam, step):
    client.force_login(sam)
    for _click in range(2):
        reply = client.post(f"/next-steps/{step.pk}/done/", {"next": "/day/"})
    step.refresh_from_db()
    assert step.done_at and reply.url == "/day/"


@pytest.mark.parametrize(("until", "days"), [("tomorrow", 1), ("three_days", 3), ("week", 7)])
def test_it_is_put_off_to_nine_in_the_morning(client, sam, step, until, days):
    client.force_login(sam)
    client.post(f"/next-steps/{step.pk}/snooze/", {"until": until})
    step.refresh_from_db()
    there = localtime(step.due_at)
    assert (there.date(), there.hour) == (localtime().date() + timedelta(days), 9)


@pytest.mark.parametrize("until", ["", "2026-02-30", "never", "2020-01-01"])
def test_it_is_not_put_off_to_no_day_or_a_past_one(client, sam, step, until):
    client.force_login(sam)
    was = step.due_at
    assert client.post(f"/next-steps/{step.pk}/snooze/", {"until": until}).status_code == 422
    step.refresh_from_db()
    assert step.due_at == was


def test_only_who_works_on_it_touches_it(client, ben, mara, zoe, step):
    for user in (ben, mara, zoe):
        client.force_login(user)
        for how in ("", "done/", "snooze/"):
            assert client.post(f"/next-steps/{step.pk}/{how}").status_code == 403
    step.refresh_from_db()
    assert step.done_at is None
