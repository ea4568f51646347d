"""Many people at once, on a real database; each thread has its own connection."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from deals.answers.actions import accept, send_back
from deals.quotes.actions import accept as accept_quote
from deals.quotes.actions import send
from funnel.refusal import LostRace, Refusal
from leads.handoff.actions import withdraw
from leads.models import Handoff
from leads.people.actions import find_or_add
from tests.cast import a_user
from tests.story import a_deal, a_quote, a_reason, an_offer, trail

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def together(acts, *, seconds=60):
    """Run all `acts` at the same moment; returns what each returned or raised, in order."""
    barrier, answers = Barrier(len(acts)), [None] * len(acts)
    threads = [Thread(target=_act, args=(barrier, answers, *each)) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds)
    return answers


def _act(barrier, answers, place, act):
    barrier.wait()
    try:
        answers[place] = act()
    except Exception as problem:  # told to the caller
        answers[place] = problem
    finally:
        connection.close()


def test_of_64_who_accept_one_lead_at_once_one_has_it_and_63_are_told_who():
    mara, sellers = a_user("Mara", "marketer"), [a_user(f"S{n}", "salesperson") for n in range(64)]
    handoff = an_offer(mara, sellers[0])
    mine = [Handoff.objects.get(pk=handoff.pk) for _ in sellers]
    answers = together(
        [lambda h=h, s=s: accept(h, by=s) for h, s in zip(mine, sellers, strict=True)]
    )
    lost = [answer for answer in answers if isinstance(answer, LostRace)]
    handoff.lead.refresh_from_db()
    assert (len(lost), trail(handoff)) == (63, ["offered", "accepted"])
    assert all(f"Accepted by {handoff.lead.seller.name}" in each.message for each in lost)


@pytest.mark.parametrize("trial", range(5))
def test_accept_return_and_withdraw_at_once_leave_a_straight_history(trial):
    mara, sam, ben = a_user("Mara", "marketer"), a_user("Sam"), a_user("Ben")
    handoff, reason = an_offer(mara, sam), a_reason("return", "wrong_person")
    one, two, three = (Handoff.objects.get(pk=handoff.pk) for _ in range(3))
    together(
        [
            lambda: accept(one, by=sam),
            lambda: send_back(two, by=ben, reason=reason),
            lambda: withdraw(three, by=mara),
        ]
    )
    steps = list(handoff.steps.order_by("id").values_list("from_stage", "to_stage"))
    assert all(step[0] == before[1] for before, step in zip(steps, steps[1:], strict=False))
    assert trail(handoff)[-1] == Handoff.objects.get(pk=handoff.pk).stage


def test_a_mail_that_arrives_twenty_times_at_once_is_one_person():
    answers = together([lambda: find_or_add(email="ada@x.example", name="Ada")] * 20)
    assert len({person.pk for person, _ in answers}) == 1
    assert sum(added for _, added in answers) == 1


def test_a_quote_accepted_twice_at_once_is_accepted_once():
    mara, sam = a_user("Mara", "marketer"), a_user("Sam", "salesperson")
    quote = a_quote(a_deal(mara, sam), sam)
    send(quote, by=sam)
    answers = together([lambda: accept_quote(quote, by=None, name="Ada")] * 8)
    assert not [a for a in answers if isinstance(a, Exception) and not isinstance(a, Refusal)]
    assert trail(quote) == ["draft", "sent", "accepted"]


def test_quotes_sent_at_once_have_different_numbers():
    mara, sam = a_user("Mara", "marketer"), a_user("Sam", "salesperson")
    quotes = [a_quote(a_deal(mara, sam), sam) for _ in range(8)]
    together([lambda q=q: send(q, by=sam) for q in quotes])
    numbers = {type(q).objects.get(pk=q.pk).number for q in quotes}
    assert len(numbers) == 8 and None not in numbers
