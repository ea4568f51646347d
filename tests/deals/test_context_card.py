"""The context card of an offer: what sales knows before it answers, and what it may not learn."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deals.activities.actions import log
from deals.answers.actions import accept, send_back
from deals.closing.actions import lose, win
from leads.handoff.actions import offer
from leads.qualification.actions import disqualify
from tests.cast import a_user
from tests.story import (
    a_campaign,
    a_deal,
    a_lead,
    a_person,
    a_reason,
    ago,
    an_accepted,
    an_offer,
)

pytestmark = pytest.mark.django_db


def card(client, reader, handoff):
    client.force_login(reader)
    answer = client.get("/handoffs/", {"open": handoff.pk})
    text = " ".join(answer.content.decode().split())
    return text.split('class="context"')[1].split('id="acts-')[0]


def colleague(company, name, **more):
    return a_person(name=name, email=f"{name.lower()}@firm.example", company=company, **more)


def test_what_is_known_need_not_be_asked_again(client, mara, sam):
    ada = a_person(name="Ada Berg", phone="+49 40 55507716", company="Firm")
    text = card(client, sam, an_offer(mara, sam, person=ada, words="Ten tops"))
    assert "Name, phone, company, what it is about" in text
    assert "e-mail" not in text.split("Do not ask again")[1].split("</dd>")[0]


def test_what_they_told_sales_before_is_read_by_who_may_read_notes(client, mara, sam, greta):
    lead = an_accepted(mara, sam, at=ago(days=9))
    log(by=sam, kind="call", outcome="reached", lead=lead, words="Honed, not polished")
    send_back(lead.handoffs.get(), by=sam, reason=a_reason("return", "no_capacity"))
    again = offer(lead, by=mara, to=sam)
    assert "Honed, not polished" in card(client, sam, again)
    assert "Honed, not polished" in card(client, greta, again)
    assert "Honed, not polished" not in card(client, mara, again)


def test_an_earlier_episode_says_how_it_ended(client, mara, sam):
    ada = a_person()
    deal = a_deal(mara, sam, person=ada, at=ago(days=90))
    lose(deal, by=sam, reason=a_reason("loss", "too_slow"), knowable="no", at=ago(days=60))
    text = card(client, sam, an_offer(mara, sam, person=ada))
    assert "1 other episode" in text and ": lost, we were too slow" in text


def test_an_earlier_episode_that_marketing_ended_is_marketings_to_read(client, mara, sam):
    ada = a_person()
    first = a_lead(mara, person=ada, at=ago(days=90))
    disqualify(first, by=mara, reason=a_reason("disqualify", "no_need"), at=ago(days=60))
    handoff = an_offer(mara, sam, person=ada)
    assert f": disqualified, {a_reason('disqualify', 'no_need').label.lower()}" in card(
        client, mara, handoff
    )
    assert first.get_absolute_url() not in card(client, sam, handoff)
    assert "other episode" not in card(client, sam, handoff)


def test_who_else_is_at_the_company_and_whose_they_are(client, mara, sam, ben):
    deal = a_deal(mara, ben, person=colleague("Firm", "Bea"))
    text = card(client, sam, an_offer(mara, sam, person=colleague("Firm", "Ada")))
    assert "1 other at Firm, of those you see" in text and "Bea" in text
    assert f'{deal.get_absolute_url()}">Ten worktops</a> in discovery with Ben' in text


def test_a_colleague_whom_another_team_works_with_stays_unknown(client, mara, sam, greta):
    eve = a_user("Eve", "salesperson", team="South")
    a_deal(mara, eve, person=colleague("Firm", "Bea"))
    handoff = an_offer(mara, sam, person=colleague("Firm", "Ada"))
    assert "Bea" in card(client, greta, handoff)
    text = card(client, sam, handoff)
    assert "Bea" not in text and "at Firm" not in text


def test_of_many_at_the_company_the_open_ones_are_named_and_the_rest_counted(client, mara, sam):
    ada = colleague("Firm", "Ada")
    an_offer(mara, sam, person=colleague("Firm", "Busy"))
    for n in range(5):
        colleague("Firm", f"Idle{n}")
    text = card(client, mara, an_offer(mara, sam, person=ada))
    assert "6 others at Firm" in text and "of those you see" not in text and "and 3 more" in text
    assert "Busy" in text and text.index("Busy") < text.index("Idle4") and "Idle2" not in text


def test_how_leads_of_the_campaign_fared_stands_with_its_denominator(client, mara, sam):
    fair = a_campaign(mara, name="Fair")
    win(a_deal(mara, sam, campaign=fair), by=sam, reason=a_reason("win", "trust"))
    accept(an_offer(mara, sam, campaign=fair), by=sam)
    send_back(an_offer(mara, sam, campaign=fair), by=sam, reason=a_reason("return", "no_capacity"))
    an_offer(mara, sam, campaign=fair, at=ago(days=500))
    text = card(client, sam, an_offer(mara, sam, campaign=fair))
    assert f"/line/rows/?part=accepted&amp;view=12m&amp;campaign={fair.pk}" in text
    assert "2 of 3 accepted" in text and "1 bought" in text


def test_the_figure_says_what_the_rows_behind_it_count(client, mara, sam):
    fair = a_campaign(mara, name="Fair")
    for days in (1, 40, 363, 400):
        an_accepted(mara, sam, campaign=fair, at=ago(days=days))
    assert "3 of 3 accepted" in card(client, sam, an_offer(mara, sam, campaign=fair))
    rows = client.get(f"/line/rows/?part=accepted&view=12m&campaign={fair.pk}")
    assert "Accepted: 3" in rows.text


def test_a_campaign_nobody_answered_for_yet_says_nothing(client, mara, sam):
    assert "Like them" not in card(client, sam, an_offer(mara, sam, campaign=a_campaign(mara)))


def much_known(number, mara, sam):
    """An offer of somebody with so many earlier episodes and colleagues, each with a deal."""
    firm, fair, trust = f"Firm{number}", a_campaign(mara), a_reason("win", "trust")
    ada = colleague(firm, f"Ada{number}", phone=f"+49 40 5550771{number}")
    for n in range(number):
        bea = colleague(firm, f"Bea{number}{n}")
        a_deal(mara, sam, person=bea, campaign=fair)
        deal = a_deal(mara, sam, person=ada, at=ago(days=90 - n))
        log(by=sam, kind="call", outcome="reached", deal=deal, words="Honed")
        win(deal, by=sam, reason=trust)
    return an_offer(mara, sam, person=ada, campaign=fair)


def test_however_much_there_is_to_tell_the_card_asks_no_more(client, mara, sam):
    little, much = much_known(1, mara, sam), much_known(5, mara, sam)
    card(client, sam, little)
    with CaptureQueriesContext(connection) as few:
        card(client, sam, little)
    with CaptureQueriesContext(connection) as many:
        text = card(client, sam, much)
    assert "5 other episodes" in text and "5 others at Firm5" in text
    assert len(many) == len(few)


def test_returning_and_passing_on_show_the_same_card(client, mara, sam):
    ada = a_person(name="Ada", phone="+49 40 55507716")
    handoff = an_offer(mara, sam, person=ada)
    client.force_login(sam)
    for act in ("return", "passing"):
        text = client.get(f"/handoffs/{handoff.pk}/{act}/").text
        assert "Do not ask again" in text and "Germany" in text
