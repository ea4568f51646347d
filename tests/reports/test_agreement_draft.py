"""What last month would have looked like under a draft: tiers, clocks, attempts, ends."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import now
from time_machine import travel

from deals.activities.actions import log
from deals.answers.actions import accept, send_back
from funnel.models import Team
from funnel.period import Period
from leads.agreement.models import Agreement
from leads.agreement.terms import Tier
from leads.clocks.actions import expire, hold, resume
from leads.handoff.actions import withdraw
from leads.handoff.models import Clock
from leads.touches.actions import touch
from reports.agreement_draft.answer import differing, simulate
from reports.agreement_draft.ends import RanOut, Tried, ran_out, tried
from reports.agreement_draft.tiers import Moved, Tiers, tiers
from reports.agreement_draft.times import Late, timed_under, times
from tests.agreements import a_draft, agreed, with_terms
from tests.story import a_lead, a_reason, ago, an_offer

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)  # the default calendar: Monday to Friday, 9 to 17
HOUR = timedelta(hours=1)
BOOTH = {"touched": ["booth"]}


@pytest.fixture
def monday():
    with travel(MONDAY, tick=False) as clock:
        yield clock


def month():
    return Period(ago(days=30), now() + HOUR)


def within(minutes):
    """A draft of which every tier is answered within so long, and contacted within twice that."""
    terms = with_terms()
    for term in terms.values():
        term |= {"accept": minutes, "contact": 2 * minutes}
    return Agreement(terms=terms)


def answered_after(monday, mara, sam, *hours):
    """Offers of cold leads, each answered after so many hours."""
    for wait in hours:
        monday.move_to(MONDAY)
        handoff = an_offer(mara, sam)
        monday.shift(wait * HOUR)
        accept(handoff, by=sam)
    return handoff


def accepts(draft):
    return times(timed_under(draft, month()))[Clock.ACCEPT]


def test_a_shorter_time_makes_more_answers_late(monday, mara, sam):
    answered_after(monday, mara, sam, 1, 2, 5)
    assert accepts(within(60)).done == Late(whole=3, were=0, would=2)
    assert accepts(within(4 * 60)).done == Late(whole=3, were=0, would=1)


def test_a_longer_time_makes_fewer_late(monday, mara, sam):
    handoff = an_offer(mara, sam, tier="hot")
    monday.shift(HOUR)
    accept(handoff, by=sam)
    assert accepts(within(120)).done == Late(whole=1, were=1, would=0)


def test_nights_are_no_working_time_for_the_draft_either(monday, mara, sam):
    answered_after(monday, mara, sam, 24)
    assert accepts(within(8 * 60)).done == Late(whole=1, were=0, would=0)
    assert accepts(within(7 * 60)).done == Late(whole=1, were=0, would=1)


def test_what_was_held_is_left_out(monday, mara, sam):
    handoff = an_offer(mara, sam)
    hold(handoff, by=mara, words="The fair")
    monday.shift(3 * HOUR)
    resume(handoff, by=mara)
    monday.shift(HOUR)
    accept(handoff, by=sam)
    assert accepts(within(60)).done == Late(whole=1, were=0, would=0)
    assert accepts(within(59)).done == Late(whole=1, were=0, would=1)


def test_what_waits_and_what_ran_out_are_told_apart(monday, mara, sam):
    waits, gone, taken_back = (an_offer(mara, sam) for _each in range(3))
    monday.shift(2 * HOUR)
    expire(gone)
    withdraw(taken_back, by=mara)
    found = accepts(within(60))
    assert found.waiting == Late(whole=1, were=0, would=1)
    assert found.ended == Late(whole=1, were=0, would=1)
    assert found.done == Late(0, 0, 0) and waits.stage == "offered"


def test_the_first_contact_has_its_own_time(monday, mara, sam):
    handoff = answered_after(monday, mara, sam, 1)
    monday.shift(2 * HOUR)
    log(by=sam, lead=handoff.lead, kind="call", outcome="no_answer")
    contacts = times(timed_under(within(60), month()))[Clock.CONTACT]
    assert contacts.done == Late(whole=1, were=0, would=1)


def test_offers_are_of_another_tier_but_for_those_chosen_by_hand(monday, mara, sam):
    for tier in ("", "warm"):
        handoff = an_offer(mara, sam, tier=tier)
    plain, chosen = Agreement(terms=with_terms(hot={"touched": ["hand"]})), handoff
    assert tiers(plain, month()) == Tiers(2, (Moved(Tier.COLD, Tier.HOT, 1),))
    assert chosen.tier == "warm"
    assert tiers(Agreement(), month()) == Tiers(2, ())


def test_a_touch_after_the_offer_is_no_reason_for_another_tier(monday, mara, sam):
    handoff = an_offer(mara, sam)
    monday.shift(HOUR)
    touch("booth", lead=handoff.lead, person=handoff.lead.person)
    assert tiers(Agreement(terms=with_terms(hot=BOOTH)), month()).moved == ()


def test_returns_as_unreachable_with_too_few_attempts(mara, sam):
    handoff = an_offer(mara, sam, at=ago(days=25))
    accept(handoff, by=sam, at=ago(days=25))
    for days in (24, 22, 20, 18, 14):
        log(by=sam, lead=handoff.lead, kind="call", outcome="no_answer", at=ago(days=days))
    send_back(handoff, by=sam, reason=a_reason("return", "unreachable"), at=ago(days=10))
    drafts = [Agreement(attempts=n, over_days=days) for n, days in ((5, 10), (6, 10), (5, 15))]
    asked = [tried(draft, month()) for draft in drafts]
    assert asked == [Tried(1, 0), Tried(1, 1), Tried(1, 1)]


def test_where_what_ran_out_would_have_gone(mara, sam):
    expire(an_offer(mara, sam, at=ago(days=2)))
    north = Team.objects.get()
    assert ran_out(Agreement(), month()) == RanOut(1, 1, None)
    queue = Agreement(on_expiry="queue", expiry_team=north)
    assert ran_out(queue, month()) == RanOut(1, 0, north)


def test_only_what_differs_is_told(mara, sam):
    an_offer(mara, sam)
    same = simulate(Agreement(), Agreement(), month())
    assert (same.offers, same.differs) == (1, False)
    assert differing(within(60), Agreement()) == {"accept", "contact"}
    assert differing(Agreement(terms=with_terms(hot=BOOTH)), Agreement()) == {
        "tiers",
        "accept",
        "contact",
    }
    assert differing(Agreement(attempts=7), Agreement()) == {"tried"}
    assert differing(Agreement(conditions={"name": True}), Agreement()) == {"definition"}


def test_the_page_tells_each_part_and_opens_what_is_behind_it(client, monday, mara, greta, sam):
    agreed(mara, greta, conditions={"name": True})
    monday.shift(HOUR)
    answered_after(monday, mara, sam, 3)
    a_draft(mara, terms=within(60).terms, attempts=9)
    client.force_login(mara)
    page = client.get("/agreement/").text
    assert "Of 1 answered, <b>1 would have been late</b>; 0 were." in page
    assert "nobody was returned as unreachable" in page and "would not have been made" not in page
    behind = client.get("/agreement/draft/offers/?part=accept-done")
    assert "Would have been answered late: 1" in behind.text and "due by the draft" in behind.text


@pytest.mark.parametrize("part", ["tier", "accept-waiting", "contact-done", "tried", "nonsense"])
def test_every_list_opens_also_when_nothing_is_behind_it(client, mara, part):
    a_draft(mara, conditions={"name": True})
    a_lead(mara)
    client.force_login(mara)
    page = client.get("/agreement/draft/offers/", {"part": part})
    assert page.status_code == 200 and "No offer you may see" in page.text
