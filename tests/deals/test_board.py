import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import now

from deals.activities.actions import plan
from deals.closing.actions import win
from deals.pipeline.actions import advance
from deals.pipeline.models import Deal
from deals.pipeline.pace import slow_after
from deals.pipeline.queries import board
from tests.cast import a_user
from tests.story import DAY, a_deal, a_reason, ago, trail

pytestmark = pytest.mark.django_db


def columns():
    return {column["stage"].value: column for column in board(Deal.objects.all())}


def test_a_column_knows_its_count_sum_weighted_sum_and_median_age(mara, sam):
    for days in (2, 4, 9):
        a_deal(mara, sam, amount=Decimal(1000), at=ago(days=days))
    head = columns()["discovery"]
    assert (head["count"], head["worth"], head["weighted"]) == (3, 3000, 300)
    assert round(head["median"] / timedelta(days=1)) == 4


def test_an_empty_board_has_all_columns(mara):
    assert [column["count"] for column in columns().values()] == [0] * 5


def test_a_column_shows_fifty_cards_and_says_how_many_more(mara, sam):
    deal = a_deal(mara, sam)
    Deal.objects.bulk_create(
        Deal(name=f"D{n}", person=deal.person, owner=sam, currency="EUR", opened_at=now(),
             stage="discovery", stage_since=now()) for n in range(60)
    )  # fmt: skip
    head = columns()["discovery"]
    assert (head["count"], len(head["cards"]), head["more"]) == (61, 50, 11)


def test_what_has_no_next_step_comes_first(mara, sam):
    planned, bare = a_deal(mara, sam), a_deal(mara, sam)
    plan(by=sam, deal=planned, text="Call", due_at=now() + DAY)
    assert [deal.pk for deal in columns()["discovery"]["cards"]] == [bare.pk, planned.pk]


def test_the_tick_is_where_9_of_10_won_deals_had_moved_on(mara, sam):
    for days in range(1, 11):
        deal = a_deal(mara, sam, at=ago(days=40))
        win(deal, by=sam, reason=a_reason("win", "trust"), at=ago(days=40 - days))
    assert round(slow_after()["discovery"] / timedelta(days=1), 1) == 9.1
    a_deal(mara, sam, at=ago(days=20))
    assert columns()["discovery"]["cards"][0].slow


def test_the_board_shows_my_deals_and_my_teams(client, mara, sam, ben):
    a_deal(mara, sam), a_deal(mara, ben), a_deal(mara, a_user("Eve", "salesperson", team="South"))
    client.force_login(sam)
    text = client.get("/deals/").text
    assert text.count('class="card"') == 2
    assert text.count("data-move=") == 1  # mine only


@pytest.mark.parametrize(
    ("query", "shown"),
    [("", 3), ("view=mine", 2), ("view=unplanned", 2), ("view=won", 1), ("q=nobody", 0)],
)
def test_views_and_filters_narrow_the_list(client, mara, sam, ben, query, shown):
    planned, _bare, closed = a_deal(mara, sam), a_deal(mara, sam), a_deal(mara, sam)
    plan(by=sam, deal=planned, text="Call", due_at=now() + DAY)
    win(closed, by=sam, reason=a_reason("win", "trust"))
    a_deal(mara, ben)
    client.force_login(sam)
    text = client.get(f"/deals/?layout=list&{query}").text
    assert len(re.findall(r"<tr data-row", text)) == shown


def test_filters_by_owner_and_team(client, mara, sam, ben):
    a_deal(mara, sam), a_deal(mara, ben)
    client.force_login(sam)
    for query in (f"owner={ben.pk}", f"owner={ben.pk}&team={ben.teams.get().pk}"):
        assert client.get(f"/deals/?{query}").text.count('class="card"') == 1


def test_a_stranger_to_the_filter_form_is_told_everything_rather_than_an_error(client, mara, sam):
    a_deal(mara, sam)
    client.force_login(sam)
    for query in ("owner=x", "layout=spiral", "view=none", "page=99", "team=0"):
        assert client.get(f"/deals/?{query}").status_code == 200


def test_empty_and_filtered_empty_are_told_apart(client, mara, sam):
    client.force_login(sam)
    assert "Deals stand here once" in client.get("/deals/").text
    a_deal(mara, sam)
    assert "No deal is like this." in client.get("/deals/?layout=list&q=zzz").text


def test_a_card_moves_without_dragging(client, mara, sam):
    deal = a_deal(mara, sam)
    client.force_login(sam)
    for _click in range(2):
        reply = client.post(f"/deals/{deal.pk}/stage/", {"to": "proposal", "next": "/deals/"})
    assert (trail(deal), reply.url) == (["discovery", "proposal"], "/deals/")


def test_a_card_dropped_on_won_or_lost_asks_first(client, mara, sam):
    deal = a_deal(mara, sam)
    client.force_login(sam)
    assert client.post(f"/deals/{deal.pk}/stage/", {"to": "won"}).url.endswith("/win/")
    assert client.post(f"/deals/{deal.pk}/stage/", {"to": "lost"}).url.endswith("/loss/")
    assert trail(deal) == ["discovery"]


def test_what_a_card_may_not_do(client, mara, sam, ben, ana, zoe):
    deal = a_deal(mara, sam)
    for user in (ben, mara, ana, zoe):
        client.force_login(user)
        assert client.post(f"/deals/{deal.pk}/stage/", {"to": "fit"}).status_code == 403
    client.force_login(sam)
    assert client.post(f"/deals/{deal.pk}/stage/", {"to": "nowhere"}).status_code == 422
    advance(deal, "fit", by=sam)
    assert client.get(f"/deals/{deal.pk}/stage/").status_code == 405


def test_two_who_move_one_card_at_once(client, mara, sam, greta):
    deal = a_deal(mara, sam)
    advance(deal, "fit", by=greta)
    client.force_login(sam)
    reply = client.post(f"/deals/{deal.pk}/stage/", {"to": "fit"})
    assert reply.status_code == 409 and "Greta" in reply.text


def test_the_number_of_queries_does_not_grow(client, mara, sam, django_assert_max_num_queries):
    for _ in range(12):
        a_deal(mara, sam)
    client.force_login(sam)
    client.get("/deals/")
    for layout in ("board", "list"):
        with django_assert_max_num_queries(32):
            client.get(f"/deals/?layout={layout}")
