"""A merge and its un-merge leave every figure as it was, and a merge those of one person."""

import pytest
from django.db import transaction
from time_machine import travel

from deals.activities.actions import log
from deals.answers.actions import accept, send_back
from leads.merging.actions import merge, unmerge
from leads.models import Touchpoint
from leads.qualification.actions import qualify
from leads.responses.actions import respond
from leads.touches.actions import touch
from leads.touches.models import TouchKind
from tests.reports.every import every_figure
from tests.reports.reading import delivered, lost, may, paid, quoted, won
from tests.story import DAY, a_campaign, a_deal, a_lead, a_person, a_reason, an_offer

pytestmark = pytest.mark.django_db
LATER = may(31) + 20 * DAY


@pytest.fixture(autouse=True)
def june():
    with travel(LATER, tick=False):
        yield


def campaigns(mara):
    at = {"at": may(1) - 30 * DAY}
    return [
        a_campaign(mara, name="Letter", channel="mail", type="email", **at),
        a_campaign(mara, name="Fair", channel="fair", **at),
    ]


def others(mara, sam, letter):
    """Those who are not merged, so that no figure is empty."""
    deal = a_deal(mara, sam, at=may(3), campaign=letter)
    won(deal, sam, at=may(9))
    back = an_offer(mara, sam, at=may(4), campaign=letter)
    send_back(back, by=sam, reason=a_reason("return", "not_our_target"), at=may(5))


def sold(mara, sam, person, campaign):
    """A whole sale, with a letter that was answered."""
    respond(person, campaign, "sent", by=mara, at=may(2))
    respond(person, campaign, "clicked", by=mara, at=may(3))
    touch(TouchKind.VISIT, at=may(2), person=person, campaign=campaign)
    deal = a_deal(mara, sam, person=person, at=may(4), campaign=campaign)
    log(by=sam, kind="call", lead=deal.lead, outcome="reached", at=may(5))
    quoted(deal, sam, at=may(6))
    won(deal, sam, at=may(7))
    paid(deal, sam, "1000", at=may(8))
    delivered(deal, sam, at=may(9))


def asked(mara, person, campaign):
    """A second interest, later: it was only captured and qualified."""
    respond(person, campaign, "sent", by=mara, at=may(2))
    return a_lead(mara, person=person, at=may(20), campaign=campaign)


def test_a_sale_and_a_later_interest_are_as_before_after_merge_and_unmerge(mara, sam):
    both = letter, fair = campaigns(mara)
    others(mara, sam, letter)
    ada, other = a_person(), a_person()
    sold(mara, sam, ada, letter)
    qualify(asked(mara, other, letter), by=mara, at=may(21))
    respond(other, fair, "sent", by=mara, at=may(8))
    before = every_figure(both)
    done = merge(ada, other, by=mara)
    assert every_figure(both)["responses"] != before["responses"]
    unmerge(done, by=mara)
    assert every_figure(both) == before


def test_two_open_leads_are_as_before_after_merge_and_unmerge(mara, sam):
    both = letter, fair = campaigns(mara)
    others(mara, sam, letter)
    ada, other = a_person(), a_person()
    an_offer(mara, sam, person=other, at=may(10), campaign=fair)
    asked(mara, ada, letter)
    before = every_figure(both)
    done = merge(ada, other, by=mara)
    assert every_figure(both)["leads"] != before["leads"]
    unmerge(done, by=mara)
    assert every_figure(both) == before


def test_a_lost_deal_and_a_later_sale_are_as_before(mara, sam):
    both = letter, fair = campaigns(mara)
    ada, other = a_person(), a_person()
    lost(a_deal(mara, sam, person=ada, at=may(2), campaign=fair), sam, at=may(3))
    sold(mara, sam, other, letter)
    before = every_figure(both)
    unmerge(merge(ada, other, by=mara), by=mara)
    assert every_figure(both) == before


def lived(mara, sam, ada, other, both):
    """What happened, written for two records or for one: the later interest came while the
    first was with sales."""
    letter, fair = both
    respond(ada, letter, "sent", by=mara, at=may(2))
    handoff = an_offer(mara, sam, person=ada, at=may(4), campaign=letter)
    accept(handoff, by=sam, at=may(5))
    touch(TouchKind.VISIT, at=may(6), person=other, campaign=fair)
    a_lead(mara, person=other, at=may(8), campaign=fair)
    respond(other, letter, "sent", by=mara, at=may(9))
    respond(other, letter, "clicked", by=mara, at=may(10))


def in_a_world(mara, sam, *, as_one):
    """Every figure of a world of its own, and its touches with the lead they are of."""
    with transaction.atomic():
        both, ada = campaigns(mara), a_person()
        other = ada if as_one else a_person()
        lived(mara, sam, ada, other, both)
        if not as_one:
            merge(ada, other, by=mara)
        told = every_figure(both)
        touched = list(Touchpoint.objects.order_by("at").values_list("kind", "lead__born_at"))
        transaction.set_rollback(True)
    return told | {"touches": touched}


def test_after_a_merge_every_figure_is_that_of_a_world_with_one_person(mara, sam):
    told = in_a_world(mara, sam, as_one=False)
    fresh = in_a_world(mara, sam, as_one=True)
    assert {name: said for name, said in told.items() if said != fresh[name]} == {}
