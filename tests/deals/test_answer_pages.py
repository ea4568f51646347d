import pytest

from deals.answers.actions import accept
from funnel.models import Team
from tests.cast import a_user
from tests.story import a_deal, a_reason, an_accepted, an_mql, an_offer, trail

pytestmark = pytest.mark.django_db


@pytest.fixture
def handoff(mara, sam):
    return an_offer(mara, sam)


def answer(client, user, handoff, how="acceptance", **sent):
    client.force_login(user)
    return client.post(f"/handoffs/{handoff.pk}/{how}/", sent)


def test_who_it_was_offered_to_accepts_with_one_act(client, sam, handoff):
    reply = answer(client, sam, handoff)
    assert (reply.status_code, reply.url) == (302, "/handoffs/")
    assert trail(handoff) == ["offered", "accepted"]


def test_after_accepting_one_is_where_one_was(client, sam, handoff):
    assert answer(client, sam, handoff, next="/day/?at=x").url == "/day/?at=x"


def test_the_way_back_leads_to_no_strangers_site(client, sam, handoff):
    assert answer(client, sam, handoff, next="https://evil.example/").url == "/handoffs/"


def test_accepting_is_a_post(client, sam, handoff):
    client.force_login(sam)
    assert client.get(f"/handoffs/{handoff.pk}/acceptance/").status_code == 405


def test_the_queue_is_for_its_team(client, mara, sam, ben):
    queued = an_offer(mara, team=Team.objects.get(name="North"))
    assert answer(client, ben, queued).status_code == 302
    assert queued.lead.seller == ben or trail(queued) == ["offered", "accepted"]


def test_the_slower_one_reads_who_took_it_and_gets_409(client, mara, sam, ben):
    queued = an_offer(mara, team=Team.objects.get(name="North"))
    accept(queued, by=sam)
    reply = answer(client, ben, queued)
    assert reply.status_code == 409 and "Accepted by Sam" in reply.text


def test_accepting_twice_is_accepting_once(client, sam, handoff):
    for _click in range(2):
        assert answer(client, sam, handoff).status_code == 302
    assert trail(handoff) == ["offered", "accepted"]


def test_a_manager_may_answer_for_others(client, greta, handoff):
    assert answer(client, greta, handoff).status_code == 302


@pytest.mark.parametrize("who", ["marketer", "analyst"])
def test_who_sees_it_but_does_not_answer_gets_403(client, handoff, who):
    other = a_user("Ola", who)
    for how in ("acceptance", "return"):
        assert answer(client, other, handoff, how).status_code == 403
    assert trail(handoff) == ["offered"]


def test_a_solo_colleague_does_not_answer_what_was_offered_to_another(client, handoff):
    solo = a_user("Solo", "marketer", "salesperson")
    assert answer(client, solo, handoff).status_code == 403


def test_a_return_carries_its_reason_and_words(client, sam, handoff):
    answer(client, sam, handoff, "return", reason="wrong_person", words="Ask Ulm.")
    step = handoff.steps.get(to_stage="returned")
    assert (step.reason, step.side, step.words) == ("wrong_person", "line", "Ask Ulm.")


def test_the_page_of_reasons_has_them_all_and_the_context(client, sam, handoff):
    client.force_login(sam)
    text = client.get(f"/handoffs/{handoff.pk}/return/").text
    assert text.count('name="reason"') == 8 and 'data-asks="date"' in text
    assert 'data-key="8"' in text and handoff.evidence["email"] in text


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("", "Choose a reason."),
        ("too_early", "Until when?"),
        ("other", "Say it in words."),
        ("invented", "not one of the available choices"),
    ],
)
def test_a_return_that_says_too_little_is_refused(client, sam, handoff, reason, said):
    reply = answer(client, sam, handoff, "return", reason=reason, words=" ")
    assert reply.status_code == 422 and said in reply.text
    assert trail(handoff) == ["offered"]


def test_what_was_typed_is_kept_when_it_is_refused(client, sam, handoff):
    sent = {"reason": "too_early", "words": "Builds in spring"}
    assert "Builds in spring</textarea>" in answer(client, sam, handoff, "return", **sent).text


def test_the_seller_returns_what_they_accepted_but_not_with_an_open_deal(client, mara, sam):
    lead = an_accepted(mara, sam)
    assert answer(client, sam, lead.handoffs.get(), "return", reason="no_capacity").url
    held = a_deal(mara, sam).lead.handoffs.get()
    reply = answer(client, sam, held, "return", reason="no_capacity")
    assert reply.status_code == 422 and "A deal is open" in reply.text


def test_one_person_with_both_sides_crosses_with_one_act(client):
    solo = a_user("Solo", "marketer", "salesperson")
    lead = an_mql(solo)
    client.force_login(solo)
    for _click in range(2):
        assert client.post(f"/leads/{lead.pk}/crossing/").url == f"/leads/{lead.pk}/"
    assert trail(lead)[-2:] == ["offered", "accepted"] and lead.handoffs.count() == 1


def test_one_side_alone_does_not_cross(client, mara, sam, zoe):
    lead = an_mql(mara)
    for user in (mara, sam, zoe):
        client.force_login(user)
        assert client.post(f"/leads/{lead.pk}/crossing/").status_code == 403
    assert trail(lead) == ["captured", "mql"]


def test_a_lead_that_is_offered_already_does_not_cross(client, sam, handoff):
    solo = a_user("Solo", "marketer", "salesperson")
    client.force_login(solo)
    assert client.post(f"/leads/{handoff.lead_id}/crossing/").status_code == 409


def test_reasons_put_away_are_not_offered(client, sam, handoff):
    gone = a_reason("return", "no_capacity")
    gone.active = False
    gone.save()
    client.force_login(sam)
    assert "No capacity" not in client.get(f"/handoffs/{handoff.pk}/return/").text
