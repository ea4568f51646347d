"""The page of the Agreement, and what its draft would have changed."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import now

from deals.answers.actions import accept, send_back
from deals.closing.actions import win
from deals.pipeline.actions import open_deal
from funnel.period import Period
from leads.agreement.models import Agreement
from leads.scoring.actions import add
from reports.agreement_draft.definition import Unmade, lacking, unmade, unmade_under
from tests.agreements import JAN, NAMED, a_draft, agreed, with_terms
from tests.story import DAY, a_person, a_reason, ago, an_offer

pytestmark = pytest.mark.django_db
PHONE = {"phone": True}


def month():
    return Period(ago(days=30), now())


def a_month(mara, sam):
    """Four offers: one with a phone, and without one a return, a waiting one and a purchase."""
    with_phone = an_offer(mara, sam, person=a_person(name="Ida", phone="+49 30 555"))
    back, waiting, bought = (an_offer(mara, sam, at=ago(days=3)) for _each in range(3))
    send_back(back, by=sam, reason=a_reason("return", "bad_contact"), at=ago(days=2))
    accept(bought, by=sam, at=ago(days=2))
    deal = open_deal(by=sam, name="Tops", lead=bought.lead, amount=Decimal(5200), at=ago(days=1))
    win(deal, by=sam, reason=a_reason("win", "trust"))
    an_offer(mara, sam, at=ago(days=40))
    return with_phone, {back, waiting, bought}


def test_a_draft_says_what_it_would_have_changed(mara, sam):
    _meets, unmet = a_month(mara, sam)
    draft = Agreement(conditions=PHONE)
    found = Unmade(offers=4, count=3, returned=1, accepted=1, bought=1, worth=Decimal(5200))
    assert unmade(draft, month()) == found
    assert set(unmade_under(draft, month())) == unmet
    assert set(map(str, lacking(unmet, draft)[unmet.pop().pk])) == {"Has a phone number"}


def test_what_was_mended_after_the_offer_does_not_count(mara, sam):
    handoff = an_offer(mara, sam)
    handoff.lead.person.phone = "+49 30 555"
    handoff.lead.person.save()
    assert unmade(Agreement(conditions=PHONE), month()).count == 1


def test_the_score_is_that_of_the_offer_and_one_that_nobody_knew_stops_none(mara, sam):
    an_offer(mara, sam)
    add(asks={"no_phone": True}, points=15)
    an_offer(mara, sam)
    drafts = (Agreement(conditions={"fit": points}) for points in (15, 16))
    assert [unmade(draft, month()).count for draft in drafts] == [0, 1]


def test_where_nothing_was_offered_or_nothing_is_asked_nothing_changes(mara, sam):
    nothing = Unmade(0, 0, 0, 0, 0, Decimal(0))
    assert unmade(Agreement(conditions=PHONE), month()) == nothing
    an_offer(mara, sam)
    assert unmade(Agreement(), month()).count == 0


def test_the_page_says_what_holds_where_nothing_is_agreed(client, ana):
    client.force_login(ana)
    page = client.get("/agreement/").text
    assert "Nothing is agreed yet" in page and "Nothing is required." in page
    assert "15 min" in page and "Draft the first version" not in page


def test_the_draft_is_shown_with_what_it_changes(client, mara, sam, greta):
    a_month(mara, sam)
    agreed(mara, greta, at=ago(days=50), conditions=NAMED, terms=with_terms())
    a_draft(mara, conditions=PHONE, attempts=6)
    client.force_login(mara)
    page = " ".join(client.get("/agreement/").text.split())
    assert "<ins>Has a phone number</ins>" in page and "<del>Has a name</del>" in page
    assert "<ins>6 times</ins> <del>5 times</del>" in page
    assert "<b>3 would not have been made</b>" in page and "See the 3" in page
    assert "1 of them bought for €5,200" in page
    assert "<ins>" not in client.get("/agreement/?with=").text


def test_the_offers_behind_the_sentence_are_exactly_these(client, mara, sam, ben):
    _meets, unmet = a_month(mara, sam)
    a_draft(mara, conditions=PHONE)
    client.force_login(mara)
    page = client.get("/agreement/draft/offers/")
    assert {row for row, _lacks in page.context["rows"]} == unmet
    assert "Contact data missing or wrong" in page.text
    client.force_login(ben)
    page = client.get("/agreement/draft/offers/")
    assert (page.context["rows"], page.context["hidden"]) == ([], 3)


def test_without_a_draft_there_are_no_offers_behind_it(client, mara):
    client.force_login(mara)
    assert client.get("/agreement/draft/offers/").status_code == 404


def test_versions_are_listed_and_compared(client, mara, greta):
    agreed(mara, greta, at=JAN, conditions=NAMED)
    agreed(mara, greta, at=JAN + 40 * DAY, conditions=PHONE)
    client.force_login(greta)
    page = client.get("/agreement/")
    assert "Version 2 holds since" in page.text and "Compare with 1" in page.text
    assert [each.state for each in page.context["versions"]] == ["holding", "over"]
    page = client.get("/agreement/2/?with=1").text
    assert "<ins>Has a phone number</ins>" in page and "<del>Has a name</del>" in page
    assert "held from" in client.get("/agreement/1/").text
    for nowhere in ("/agreement/3/", "/agreement/99999999/"):
        assert client.get(nowhere).status_code == 404


def test_a_signed_version_that_is_still_to_come_is_announced(client, mara, greta):
    agreed(mara, greta, at=JAN)
    agreed(mara, greta, comes_on=(now() + timedelta(days=20)).date())
    client.force_login(mara)
    assert "Version 2 is signed by both and follows" in client.get("/agreement/").text
    assert "It holds from" in client.get("/agreement/2/").text


def test_who_may_not_see_the_line_does_not_see_what_was_agreed(client, zoe):
    client.force_login(zoe)
    for url in ("/agreement/", "/agreement/1/", "/agreement/draft/offers/"):
        assert client.get(url).status_code == 403


def test_the_funnel_says_where_its_definition_changed(client, mara, sam, greta):
    an_offer(mara, sam)
    agreed(mara, greta, at=JAN)
    client.force_login(mara)
    asked = "/funnel/?from=2025-12-01&to=2026-02-01"
    page = " ".join(client.get(asked).text.split())
    assert "Agreement 1</a> has held since" in page and "different definitions" in page
    assert "different definitions" not in client.get("/funnel/?from=2026-01-03&to=2026-02-01").text
