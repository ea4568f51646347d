"""Whoever sent a form is asked by mail whether it was them, and only a button says yes."""

import re

import pytest
import time_machine

from leads.capture.actions.deciding import decide
from leads.capture.confirming import ask_unconfirmed
from leads.capture.tasks import decide_received
from leads.models import Consent, Lead, Submission
from tests.forms import a_long_form

pytestmark = pytest.mark.django_db
ADA = {"name": "Ada", "email": "ada@example.com", "words": "Too loud", "choice1": "Kita"}
LINK = re.compile(r"http://127\.0\.0\.1:8000(/f/confirming/\S+)")


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-03-03 10:00", tick=False) as clock:
        yield clock


@pytest.fixture
def form(mara):
    form, _keys = a_long_form(mara)
    form.confirms = True
    form.save()
    return form


@pytest.fixture
def sent(client, clock, form):
    def send(address="", **values):
        page = client.get(form.address + address)
        clock.shift(5)
        ticket = page.context["typed"]["ticket"].value()
        return client.post(form.address + address, ADA | {"ticket": ticket} | values, follow=True)

    return send


@pytest.fixture
def link(sent, mailoutbox):
    sent(consent1="yes")
    decide_received()
    return LINK.search(mailoutbox[0].body)[1]


def outcome():
    return Submission.objects.get().outcome


def test_until_they_say_so_it_waits_where_everybody_sees_it(client, sent, mara, mailoutbox):
    assert "One step is missing" in sent().text
    decide_received()
    assert outcome() == "unconfirmed" and not Lead.objects.exists()
    (mail,) = mailoutbox
    assert mail.to == ["ada@example.com"] and "within 48 hours" in mail.body
    client.force_login(mara)
    assert list(client.get("/submissions/?view=unconfirmed").context["page"])


def test_one_mail_is_sent_however_often_it_is_tried(sent, mailoutbox):
    sent()
    for _time in range(3):
        decide_received()
        ask_unconfirmed()
    assert len(mailoutbox) == 1


def test_a_mail_that_did_not_go_out_is_tried_again(sent, mailoutbox, settings):
    good, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.mailing.Away"
    sent()
    decide_received()
    assert Submission.objects.get().asked_at is None
    settings.EMAIL_BACKEND = good
    assert ask_unconfirmed() == 1 and len(mailoutbox) == 1


def test_what_cannot_be_mailed_is_given_up_when_its_link_would_be_too_old(sent, clock, settings):
    settings.EMAIL_BACKEND = "tests.mailing.Away"
    sent()
    decide_received()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    clock.shift(48 * 3600 + 1)
    assert ask_unconfirmed() == 0


def test_nobody_of_the_sample_is_mailed(sent, mailoutbox):
    sent()
    Submission.objects.update(sample=True)
    decide_received()
    assert outcome() == "unconfirmed" and mailoutbox == []


def test_a_title_of_two_lines_breaks_no_mail(sent, form, mailoutbox):
    form.title = "A price\nBcc: everybody@example.com"
    form.save()
    sent()
    decide_received()
    assert mailoutbox[0].subject == "Please confirm: A price Bcc: everybody@example.com"


def test_whatever_only_follows_the_link_confirms_nothing(client, link):
    for method in (client.get, client.head):
        assert method(link).status_code == 200
    assert outcome() == "unconfirmed"


def test_the_button_makes_the_lead_once_and_dates_the_consent(client, link):
    for _time in range(2):
        page = client.post(link)
        assert (page.status_code, "Confirmed." in page.text) == (200, True)
    assert outcome() == "created" and Lead.objects.count() == 1
    assert Consent.objects.get().confirmed_at == Submission.objects.get().confirmed_at
    assert "Confirmed." in client.get(link).text


def test_after_two_days_and_with_a_forged_link_nothing_is_made(client, link, clock):
    clock.shift(48 * 3600 + 1)
    for place in (link, link[:-4] + "xxx/", "/f/confirming/x/"):
        assert (client.get(place).status_code, client.post(place).status_code) == (410, 410)
    assert outcome() == "unconfirmed"


def test_in_the_language_they_filled_it_in(sent, mailoutbox):
    sent("?lang=de")
    decide_received()
    assert mailoutbox[0].subject.startswith("Bitte") and "48 Stunden" in mailoutbox[0].body


def test_a_marketer_may_admit_it_and_the_mail_then_changes_nothing(client, link, mara):
    decide(Submission.objects.get(), by=mara, admit=True)
    assert outcome() == "created" and client.post(link).status_code == 410
    assert Lead.objects.count() == 1
