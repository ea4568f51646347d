"""Many people at the line at once, on a real database: a tenth here, all of it in .ci/run."""

import os
from random import Random

import pytest
from django.db.models import Count

from deals.answers.actions import accept, send_back
from funnel.refusal import LostRace, Refusal
from leads.clocks.actions import expire, reroute
from leads.handoff.actions import withdraw
from leads.models import Handoff, HandoffStep
from tests.cast import a_user
from tests.deals.test_races import together
from tests.story import a_reason, an_offer, trail

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WHOLE = bool(os.environ.get("FUNNEL_WHOLE_RACES"))
SELLERS, OFFERS, TRIALS = 64, 500 if WHOLE else 50, 1000 if WHOLE else 100


def test_of_all_who_accept_all_offers_each_has_exactly_one():
    mara = a_user("Mara", "marketer")
    sellers = [a_user(f"S{n}", "salesperson", team="North") for n in range(SELLERS)]
    for _number in range(OFFERS):
        an_offer(mara, team=sellers[0].teams.get())
    answers = together([lambda s=s, n=n: takes_all(s, n) for n, s in enumerate(sellers)])
    accepted = HandoffStep.objects.filter(to_stage="accepted")
    assert accepted.count() == accepted.aggregate(n=Count("handoff", distinct=True))["n"] == OFFERS
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    lost = [words for answer in answers for words in answer]
    assert len(lost) == OFFERS * (SELLERS - 1)
    assert all(words.startswith("Accepted by S") for words in lost)


def takes_all(seller, seed):
    """Accept every offer in an order of one's own; the words of those who were faster."""
    offers, lost = list(Handoff.objects.order_by("pk")), []
    Random(seed).shuffle(offers)
    for handoff in offers:
        try:
            accept(handoff, by=seller)
        except LostRace as race:
            lost.append(race.message)
    return lost


def test_whatever_happens_at_once_leaves_a_legal_straight_history():
    mara, greta = a_user("Mara", "marketer"), a_user("Greta", "manager")
    sam, ben = (a_user(name, "salesperson", team="North") for name in ("Sam", "Ben"))
    for _trial in range(TRIALS):
        handoff = an_offer(mara, sam)
        answers = together(all_acts(handoff, mara, sam, ben, greta))
        odd = [each for each in answers if isinstance(each, Exception)]
        assert all(isinstance(each, Refusal) for each in odd), odd
        check_history(handoff)


def all_acts(handoff, mara, sam, ben, greta):
    """Five people who act on it at once, each with the hand-off as they saw it."""
    rows = [Handoff.objects.get(pk=handoff.pk) for _act in range(5)]
    reason = a_reason("return", "wrong_person")
    return [
        lambda: accept(rows[0], by=sam),
        lambda: send_back(rows[1], by=sam, reason=reason),
        lambda: withdraw(rows[2], by=mara),
        lambda: expire(rows[3]),
        lambda: reroute(rows[4], by=greta, to=ben),
    ]


def check_history(handoff):
    """Each step begins where the one before ended, legally; the stage and the lead follow."""
    handoff.refresh_from_db()
    steps = list(handoff.steps.order_by("id").values_list("from_stage", "to_stage"))
    machine = handoff.machine
    assert all(machine.allows(before, after) for before, after in steps)
    assert [before for before, _after in steps[1:]] == [after for _before, after in steps[:-1]]
    assert trail(handoff)[-1] == handoff.stage != "offered"
    assert (handoff.lead.stage == "accepted") is (handoff.stage == "accepted")
    assert handoff.rung_at is None or handoff.stage == "accepted"
