import re

import pytest

from deals.answers.actions import accept, send_back
from funnel.models import Team
from leads.handoff.actions import offer, withdraw
from tests.cast import a_user
from tests.story import a_campaign, a_person, a_reason, ago, an_offer, trail

pytestmark = pytest.mark.django_db


def named(name, **more):
    return a_person(name=name, email=f"{name.lower()}@x.example", **more)


def names_in(answer):
    """The people waiting, in the order of the page."""
    waiting = answer.text.split('class="line"')[0]
    return re.findall(r"\b(Ada|Bea|Cid)\b(?= <span|</a>)", waiting)


def test_what_waits_longest_is_first_and_open_with_its_context(client, mara, sam):
    an_offer(mara, sam, at=ago(hours=2), person=named("Bea"))
    said = {"words": "42 bathrooms", "campaign": a_campaign(mara, name="Fair Hamburg")}
    an_offer(mara, sam, at=ago(hours=9), person=named("Ada", phone="+49 40 55507716"), **said)
    client.force_login(sam)
    answer = client.get("/handoffs/")
    assert names_in(answer) == ["Ada", "Bea"]
    for known in ("42 bathrooms", "Fair Hamburg", "+49 40 55507716", " left"):
        assert known in answer.text


def test_another_row_is_opened_by_its_address(client, mara, sam):
    an_offer(mara, sam, at=ago(hours=9), person=named("Ada"), words="first")
    second = an_offer(mara, sam, at=ago(hours=2), person=named("Bea"))
    client.force_login(sam)
    text = client.get(f"/handoffs/?open={second.pk}").text
    assert f"/handoffs/{second.pk}/acceptance/" in text
    assert 'data-key="k"' in text and 'data-key="j"' not in text


def test_earlier_passes_and_their_reasons_are_in_the_context(client, mara, sam):
    first = an_offer(mara, sam, at=ago(days=3))
    send_back(first, by=sam, reason=a_reason("return", "bad_contact"), words="Bounced.")
    offer(first.lead, by=mara, to=sam)
    client.force_login(sam)
    text = client.get("/handoffs/").text
    assert "Contact data missing or wrong" in text and "Bounced." in text


def test_a_seller_sees_their_own_and_their_teams_queue_not_a_colleagues(client, mara, sam, ben):
    north = Team.objects.get(name="North")
    an_offer(mara, sam, person=named("Ada"))
    an_offer(mara, team=north, person=named("Bea"))
    an_offer(mara, ben, person=named("Cid"))
    client.force_login(sam)
    assert sorted(names_in(client.get("/handoffs/"))) == ["Ada", "Bea"]
    assert names_in(client.get("/handoffs/?view=queue")) == ["Bea"]


def test_the_inbox_opens_where_somebody_waits(client, mara, sam, greta):
    an_offer(mara, sam, person=named("Ada"))
    client.force_login(greta)
    assert names_in(client.get("/handoffs/")) == ["Ada"]
    assert names_in(client.get("/handoffs/?view=mine")) == []


def test_marketing_sees_the_mirror_with_whom_it_waits_and_a_way_to_withdraw(client, mara, sam):
    handoff = an_offer(mara, sam, person=named("Ada"))
    client.force_login(mara)
    text = client.get("/handoffs/").text
    assert f"/handoffs/{handoff.pk}/withdrawal/" in text and "Sam" in text
    assert "/acceptance/" not in text


def test_marketing_reads_what_came_back_and_why(client, mara, sam):
    handoff = an_offer(mara, sam, person=named("Ada"))
    send_back(handoff, by=sam, reason=a_reason("return", "other"), words="Wants a loan.")
    client.force_login(mara)
    text = client.get("/handoffs/?view=back").text
    assert "Ada" in text and "Other" in text and "Wants a loan." in text


def test_todays_answers_stand_on_the_other_side_of_the_line(client, mara, sam):
    accept(an_offer(mara, sam, at=ago(minutes=64), person=named("Ada")), by=sam)
    back = an_offer(mara, sam, person=named("Bea"))
    send_back(back, by=sam, reason=a_reason("return", "no_capacity"))
    client.force_login(sam)
    answered = client.get("/handoffs/").text.split('class="line"')[1]
    assert "1 h 04 after the offer" in answered and "no next step yet" in answered
    assert "No capacity" in answered


def test_a_withdrawn_offer_waits_no_more(client, mara, sam):
    withdraw(an_offer(mara, sam, person=named("Ada")), by=mara)
    client.force_login(sam)
    assert "Nobody waits at the line." in client.get("/handoffs/").text


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("offered", "Nothing of yours waits"),
        ("back", "Nothing waits to be"),
        ("everyone", "Nobody"),
    ],
)
def test_every_view_says_that_it_is_empty(client, mara, view, words):
    client.force_login(mara)
    assert words in client.get(f"/handoffs/?view={view}").text


def test_who_may_not_see_handoffs_gets_403(client, zoe):
    client.force_login(zoe)
    assert client.get("/handoffs/").status_code == 403


def test_fifty_a_page_and_no_query_per_row(client, mara, sam, django_assert_max_num_queries):
    for n in range(12):
        an_offer(mara, sam, at=ago(hours=n + 1))
    client.force_login(sam)
    client.get("/handoffs/")
    with django_assert_max_num_queries(32):
        assert client.get("/handoffs/").text.count('class="rowitem') >= 12


def test_nobody_of_another_team_sees_it(client, mara, sam):
    eve = a_user("Eve", "salesperson", team="South")
    handoff = an_offer(mara, team=Team.objects.get(name="North"), person=named("Ada"))
    client.force_login(eve)
    assert client.post(f"/handoffs/{handoff.pk}/acceptance/").status_code == 404
    assert trail(handoff) == ["offered"]
