"""What the open inbox is told meanwhile, while its rows stay where they are."""

import re

import pytest

from deals.answers.actions import accept, send_back, snooze
from funnel.models import Team
from leads.clocks.actions import expire, reroute
from leads.handoff.actions import withdraw
from tests.story import a_person, a_reason, ago, an_offer

pytestmark = pytest.mark.django_db


def news(client, reader, *shown, **about):
    """The answer while these hand-offs are on the screen, none of them told of."""
    client.force_login(reader)
    asked = {"view": "mine", "told": 0, "shown": [each.pk for each in shown], **about}
    return client.get("/handoffs/news/", asked)


def in_norths_queue(mara, **more):
    return an_offer(mara, team=Team.objects.get(name="North"), **more)


def test_nothing_new_is_nothing_said(client, mara, sam):
    answer = news(client, sam, an_offer(mara, sam))
    assert (answer.status_code, answer.content) == (204, b"")


def test_what_came_is_counted_once(client, mara, sam):
    here = an_offer(mara, sam)
    an_offer(mara, sam)
    assert "1 new: show it" in news(client, sam, here).text
    assert news(client, sam, here, told=1).status_code == 204


@pytest.mark.parametrize(
    ("tiers", "words"),
    [
        (["hot"], "1 new, hot: show it"),
        (["hot", "hot"], "2 new, all hot: show them"),
        (["warm", "hot"], "2 new, 1 hot: show them"),
        (["warm", "cold"], "2 new: show them"),
    ],
)
def test_what_is_hot_can_be_read_before_it_is_shown(client, mara, sam, tiers, words):
    here = an_offer(mara, sam, tier="hot")
    for tier in tiers:
        an_offer(mara, sam, tier=tier)
    assert words in " ".join(news(client, sam, here).text.split())


def test_a_hot_one_on_another_page_is_not_the_new_one(client, mara, sam):
    an_offer(mara, sam, tier="hot"), an_offer(mara, sam, tier="warm")
    text = news(client, sam, beyond=1, beyond_hot=1).text
    assert "1 new: show it" in text


def test_the_figures_of_the_page_come_with_it_and_are_the_same(client, mara, sam):
    here = an_offer(mara, sam)
    an_offer(mara, sam)
    parts = news(client, sam, here, opened=here.pk).text.split(' id="')
    told = {part.split('"')[0]: " ".join(part.split()) for part in parts[1:]}
    assert ">2 waiting<" in told["strip-line"] and "2 waiting, none over." in told["sentence"]
    assert '>Mine<span class="pill__count">2<' in told["views"] and ">2<" in told["tab-waiting"]


def test_the_way_to_what_is_new_keeps_the_open_row_and_nothing_else(client, mara, sam):
    here = an_offer(mara, sam)
    an_offer(mara, sam)
    text = news(client, sam, here, opened=here.pk, beyond=0).text
    assert f'href="/handoffs/?view=mine&amp;open={here.pk}"' in text
    assert "shown=" not in text and "told=" not in text


def test_what_stands_on_other_pages_is_not_new(client, mara, sam):
    first, _second = an_offer(mara, sam), an_offer(mara, sam)
    assert news(client, sam, first, beyond=1).status_code == 204


def test_an_old_offer_that_is_passed_on_to_me_is_new(client, mara, sam, ben):
    old, here = an_offer(mara, ben, at=ago(days=2)), an_offer(mara, sam)
    reroute(old, by=ben, to=sam)
    assert "1 new: show it" in news(client, sam, here).text


def test_a_colleague_who_took_it_is_named_in_the_row(client, mara, sam, ben):
    handoff = in_norths_queue(mara, person=a_person(name="Ada Berg"))
    accept(handoff, by=ben)
    text = news(client, sam, handoff).text
    assert re.search(r"Ben took it \d+ s ago", text) and "Ada Berg" in text
    assert f'id="clock-{handoff.pk}" hx-swap-oob="true"' in text and "acts-" not in text


def test_the_buttons_of_the_open_row_go_with_it(client, mara, sam, ben):
    handoff = in_norths_queue(mara)
    accept(handoff, by=ben)
    text = news(client, sam, handoff, opened=handoff.pk).text
    assert f'id="acts-{handoff.pk}" hx-swap-oob="true"></div>' in text


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda row, mara, ben: withdraw(row, by=mara), "Mara withdrew it"),
        (lambda row, mara, ben: expire(row), "ran out"),
        (
            lambda row, mara, ben: send_back(row, by=ben, reason=a_reason("return", "no_capacity")),
            "Ben returned it",
        ),
    ],
)
def test_whatever_else_became_of_it_is_said(client, mara, sam, ben, act, said):
    handoff = in_norths_queue(mara)
    act(handoff, mara, ben)
    assert said in " ".join(news(client, sam, handoff).text.split())


def test_one_passed_on_to_a_colleague_is_somebody_elses(client, mara, sam, ben):
    handoff = an_offer(mara, sam)
    reroute(handoff, by=sam, to=ben)
    assert "it is somebody else's now" in news(client, sam, handoff).text
    assert "Ben" not in news(client, sam, handoff).text


def test_who_sees_all_reads_to_whom_it_was_passed(client, greta, mara, sam, ben):
    greta.teams.add(Team.objects.get(name="North"))
    handoff = in_norths_queue(mara)
    reroute(handoff, by=greta, to=ben)
    assert "passed on to Ben" in news(client, greta, handoff, view="queue").text


def test_what_i_hid_elsewhere_is_not_in_this_list(client, mara, sam):
    handoff = an_offer(mara, sam)
    snooze(handoff, by=sam, until=ago(hours=-2))
    assert "no longer in this list" in news(client, sam, handoff).text


def test_of_one_team_only_its_own_is_new(client, greta, mara, sam):
    in_norths_queue(mara)
    other = Team.objects.create(name="South")
    assert news(client, greta, view="everyone", team=other.pk).status_code == 204


def test_odd_questions_are_no_error(client, mara, sam):
    client.force_login(sam)
    odd = {"view": "x", "shown": ["-1", "x", "9" * 9], "told": "x", "beyond": "-3", "opened": "²"}
    assert client.get("/handoffs/news/", odd).status_code in (200, 204)


def test_asking_costs_little(client, mara, sam, django_assert_max_num_queries):
    shown = [an_offer(mara, sam) for _number in range(10)]
    news(client, sam, *shown)
    with django_assert_max_num_queries(10):
        client.get("/handoffs/news/", {"view": "mine", "shown": [row.pk for row in shown]})


def test_who_may_not_see_handoffs_gets_403(client, zoe):
    assert news(client, zoe).status_code == 403
