"""The one box: a call, how it went and what is next, written down in one act."""

from datetime import timedelta

import pytest
from django.utils.timezone import localtime, now

from deals.activities.actions import finish, plan, report, snooze
from deals.activities.models import Activity, NextStep
from deals.closing.actions import win
from funnel.models import Organisation
from funnel.refusal import Refusal
from tests.story import a_deal, a_reason, an_accepted

pytestmark = pytest.mark.django_db
TOMORROW = timedelta(days=1)
ONCE = "0b0f3f2e-8f0b-4e2c-9f5a-3a3b9a4d2f11"


@pytest.fixture
def deal(mara, sam):
    return a_deal(mara, sam)


def box(client, user, deal, **sent):
    client.force_login(user)
    return client.post(f"/activities/new/?deal={deal.pk}", {"kind": "call", **sent})


def test_a_call_its_outcome_and_the_next_step_in_one_submit(client, sam, deal):
    reply = box(client, sam, deal, outcome="reached", words="wants quote, call tomorrow 10:30")
    call, step = deal.activities.get(), deal.next_steps.get()
    assert (call.kind, call.outcome, call.held, call.words) == (
        "call",
        "reached",
        True,
        "wants quote",
    )
    assert (step.text, step.owner, reply.url) == ("Call", sam, f"/deals/{deal.pk}/")


def test_a_day_is_the_readers_own(client, sam, deal):
    Organisation.objects.update_or_create(pk=1, defaults={"time_zone": "Asia/Tokyo"})
    box(client, sam, deal, words="call tomorrow 10:30")
    assert deal.next_steps.get().due_at.strftime("%H:%M") == "01:30"  # in UTC


def test_a_box_sent_twice_is_written_once(client, sam, deal):
    for _click in range(2):
        box(client, sam, deal, outcome="voicemail", once=ONCE)
    assert deal.activities.count() == 1


def test_how_it_went_may_be_typed_instead_of_chosen(client, sam, deal):
    box(client, sam, deal, words="voicemail. call tomorrow")
    assert (deal.activities.get().outcome, deal.activities.get().words) == ("voicemail", "")


def test_a_mail_is_sent_and_a_meeting_held_by_themselves(client, sam, deal):
    box(client, sam, deal, kind="mail", words="The spec sheet")
    box(client, sam, deal, kind="meeting", words="reached, on site")
    rows = Activity.objects.order_by("id").values_list("kind", "outcome", "held", "words")
    assert list(rows) == [
        ("mail", "sent", False, "The spec sheet"),
        ("meeting", "held", True, "reached, on site"),
    ]


def test_a_note_is_no_contact(client, sam, deal):
    box(client, sam, deal, kind="note", words="Her brother decides")
    assert not deal.activities.contacts().exists() and deal.activities.count() == 1


def test_that_they_got_in_touch_is_kept(client, sam, deal):
    box(client, sam, deal, words="asks for a date", outcome="reached", inbound="on")
    assert not deal.activities.get().outbound


def test_a_next_step_by_hand_leaves_the_words_alone(client, sam, deal):
    due = localtime() + TOMORROW
    sent = {"text": "Visit", "due_at": due.strftime("%Y-%m-%dT%H:%M")}
    box(client, sam, deal, words="call tomorrow", **sent)
    assert (deal.next_steps.get().text, deal.activities.get().words) == ("Visit", "call tomorrow")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Write what happened"),
        ({"kind": "note", "words": " "}, "Write what happened"),
        ({"words": "x", "due_at": "2099-01-01T10:00"}, "What is to be done?"),
        ({"words": "x", "text": "Call", "due_at": "2020-01-01T10:00"}, "That moment is past."),
        ({"words": "x", "text": "Call"}, "By when?"),
    ],
)
def test_a_box_that_says_too_little_is_refused(client, sam, deal, sent, said):
    reply = box(client, sam, deal, **sent)
    assert reply.status_code == 422 and said in reply.text
    assert not deal.activities.exists() and not deal.next_steps.exists()


def test_what_will_be_written_is_shown_before(client, sam):
    client.force_login(sam)
    sent = {"kind": "call", "words": "reached, wants quote, call tomorrow 10:30"}
    text = client.post("/activities/preview/", sent).text
    assert "Will be written" in text and "wants quote" in text and "tomorrow, 10:30" in text
    assert "none was understood" in client.post("/activities/preview/", sent | {"words": "x"}).text


def test_on_a_lead_it_is_written_on_the_lead(client, mara, sam):
    lead = an_accepted(mara, sam)
    client.force_login(sam)
    sent = {"kind": "call", "outcome": "no_answer", "words": "call tomorrow"}
    client.post(f"/activities/new/?lead={lead.pk}", sent)
    assert (lead.activities.count(), lead.next_steps.count()) == (1, 1)


def test_only_who_works_on_it_writes(client, mara, ben, ana, zoe, deal):
    codes = [box(client, user, deal, words="x").status_code for user in (ben, mara, ana, zoe)]
    assert codes == [403, 403, 403, 403] and not Activity.objects.exists()


def test_what_one_may_not_see_is_404(client, sam, ben, mara):
    lead = an_accepted(mara, ben)
    client.force_login(sam)
    for page in (f"activities/new/?lead={lead.pk}", "activities/new/", "activities/new/?lead=x"):
        assert client.post(f"/{page}", {"kind": "note", "words": "x"}).status_code == 404


def test_a_new_step_after_a_call_finishes_the_old_one(sam, deal):
    old = plan(by=sam, deal=deal, text="Call", due_at=now() + TOMORROW)
    report(by=sam, deal=deal, kind="call", outcome="reached", step="Visit", due_at=now() + TOMORROW)
    assert NextStep.objects.get(pk=old.pk).done_at


def test_the_step_is_for_who_works_on_it_whoever_plans_it(sam, greta, deal):
    assert plan(by=greta, deal=deal, text="Call", due_at=now() + TOMORROW).owner == sam


def test_what_is_closed_has_no_next_step(sam, deal):
    win(deal, by=sam, reason=a_reason("win", "trust"))
    with pytest.raises(Refusal, match="closed"):
        plan(by=sam, deal=deal, text="Call", due_at=now() + TOMORROW)


def test_done_twice_is_done_once_and_a_snooze_lies_ahead(sam, deal):
    step = plan(by=sam, deal=deal, text="Call", due_at=now() + TOMORROW)
    with pytest.raises(Refusal, match="past"):
        snooze(step, until=now())
    assert [finish(step), finish(step)] == [True, False]
