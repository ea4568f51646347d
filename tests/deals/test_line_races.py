"""Many people at the line at once, on a real database: a tenth here, all of it in .ci/run."""

import os
from contextlib import suppress
from random import Random
from threading import Barrier

import pytest
from django.db.models import Count

from deals.answers.actions import accept, send_back
from funnel.refusal import LostRace, Refusal
from leads.clocks.actions import expire, reroute
from leads.handoff.actions import withdraw
from leads.models import Handoff, HandoffAct, HandoffStep
from leads.routing.actions import set_claim_rule
from tests.cast import a_user
from tests.deals.test_races import together
from tests.story import a_reason, an_offer, trail

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WHOLE = bool(os.environ.get("FUNNEL_WHOLE_RACES"))
SELLERS, OFFERS, TRIALS = 64, 500 if WHOLE else 50, 1000 if WHOLE else 100


def test_of_all_who_accept_all_offers_each_has_exactly_one():
    mara = a_user("Mara", "marketer")
    set_claim_rule(per_day=None, cool_down_hours=0)
    sellers = [a_user(f"S{n}", "salesperson", team="North") for n in range(SELLERS)]
    for _number in range(OFFERS):
        an_offer(mara, team=sellers[0].teams.get())
    acts = [lambda s=s, n=n: takes_all(s, n) for n, s in enumerate(sellers)]
    answers = together(acts, seconds=900)
    accepted = HandoffStep.objects.filter(to_stage="accepted")
    assert accepted.count() == accepted.aggregate(n=Count("handoff", distinct=True))["n"] == OFFERS
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    lost = [told for answer in answers for told in answer]
    assert len(lost) == OFFERS * (SELLERS - 1)
    winners = dict(accepted.values_list("handoff", "by__name"))
    assert not [told for pk, told in lost if not told.startswith(f"Accepted by {winners[pk]}, ")]


def takes_all(seller, seed):
    """Accept every offer in an order of one's own; what was told of those that others had."""
    offers, lost = list(Handoff.objects.order_by("pk")), []
    Random(seed).shuffle(offers)
    for handoff in offers:
        try:
            accept(handoff, by=seller)
        except LostRace as race:
            lost.append((handoff.pk, race.message))
    return lost


def test_whatever_happens_at_once_leaves_a_legal_straight_history():
    mara, greta = a_user("Mara", "marketer"), a_user("Greta", "manager")
    sam, ben = (a_user(name, "salesperson", team="North") for name in ("Sam", "Ben"))
    handoffs = [an_offer(mara, sam) for _trial in range(TRIALS)]
    acts = all_acts(mara, sam, ben, greta)
    start = Barrier(len(acts), timeout=60)
    turns = [lambda act=act: each_in_turn(act, handoffs, start) for act in acts]
    assert together(turns, seconds=900) == [None] * len(acts)
    for handoff in handoffs:
        check_history(handoff)
    won = set(HandoffStep.objects.values_list("to_stage", flat=True))
    assert won == {"offered", "accepted", "returned", "withdrawn", "expired"}
    assert HandoffAct.objects.filter(kind="rerouted").exists()


def all_acts(mara, sam, ben, greta):
    reason = a_reason("return", "wrong_person")
    return [
        lambda row: accept(row, by=sam),
        lambda row: send_back(row, by=sam, reason=reason),
        lambda row: withdraw(row, by=mara),
        expire,
        lambda row: reroute(row, by=greta, to=ben),
    ]


def each_in_turn(act, handoffs, start):
    """Act on one after the other, on each at the same moment as everybody else."""
    for handoff in handoffs:
        row = Handoff.objects.get(pk=handoff.pk)
        start.wait()
        with suppress(Refusal):
            act(row)


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
