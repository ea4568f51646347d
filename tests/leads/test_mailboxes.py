"""A mailbox that is read: what people write there is captured, once, and left there."""

import pytest

from leads.capture.tasks import decide_received
from leads.mailboxes.actions import open_mailbox, poll
from leads.mailboxes.tasks import poll_mailboxes
from leads.models import Lead, Mailbox, Submission
from leads.sources.actions import close
from tests.imap import mail_server
from tests.story import a_campaign

pytestmark = pytest.mark.django_db

MAIL = """From: Ada Berg <ada@example.com>
To: office@example.org
Subject: Price
Message-ID: <{id}@example.com>
{more}Content-Type: text/plain; charset=utf-8

What would it cost?
"""


def mail(id="1", more=""):
    return MAIL.format(id=id, more=more)


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("FUNNEL_MAIL", "secret")
    with mail_server() as running:
        running.receive(mail("old"))
        yield running


@pytest.fixture
def mailbox(server, mara):
    account = {"host": "127.0.0.1", "port": server.port, "security": "none", "user": "office"}
    account |= {"password_env": "FUNNEL_MAIL", "folder": "INBOX"}
    made = open_mailbox(by=mara, campaign=a_campaign(mara), name="Office", **account)
    poll(made)  # from now on
    return made


def kept():
    return list(Submission.objects.order_by("pk").values_list("payload__words", flat=True))


def test_what_is_written_from_now_on_becomes_a_lead(server, mailbox, mara):
    assert kept() == []
    server.receive(mail())
    poll_mailboxes()
    decide_received()
    lead = Lead.objects.get()
    assert (lead.person.name, lead.person.email) == ("Ada Berg", "ada@example.com")
    assert (lead.words, lead.owner) == ("Price\n\nWhat would it cost?", mara)


def test_read_again_nothing_is_kept_twice(server, mailbox):
    server.receive(mail())
    assert [poll(mailbox) for _time in range(3)] == [1, 0, 0]
    Mailbox.objects.update(last_uid=0)  # as after a worker that died before it noted how far
    mailbox.refresh_from_db()
    assert poll(mailbox) == 1 and len(kept()) == 2  # the old one; the new one was here


def test_the_same_message_id_with_other_words_is_another_mail(server, mailbox):
    server.receive(mail())
    server.receive(mail().replace("cost?", "cost us?"))
    assert poll(mailbox) == 2 and len(kept()) == 2


def test_after_the_server_numbers_anew_only_what_comes_then_is_captured(server, mailbox):
    server.validity = 8
    assert poll(mailbox) == 0
    server.receive(mail("2"))
    assert poll(mailbox) == 1


@pytest.mark.parametrize(
    "more",
    [
        "Auto-Submitted: auto-replied\n",
        "Precedence: bulk\n",
        "List-Id: <news.example>\n",
        "Return-Path: <>\n",
        "X-Autoreply: yes\n",
    ],
)
def test_what_machines_write_is_held_back_and_not_dropped(server, mailbox, more):
    server.receive(mail(more=more))
    poll_mailboxes()
    decide_received()
    row = Submission.objects.get()
    assert (row.outcome, row.why) == ("held", "A machine wrote the mail.")


def test_what_a_mail_quotes_is_left_out(server, mailbox):
    server.receive(mail() + "\nOn Monday Sam <sam@example.org> wrote:\n> Hello\n> there\n")
    poll(mailbox)
    assert kept() == ["Price\n\nWhat would it cost?"]


def test_of_a_very_large_mail_only_its_head_is_fetched(server, mailbox):
    server.receive(mail() + "x" * 3_000_000)
    assert poll(mailbox) == 1 and server.sent < 10_000
    assert kept() == ["Price"]
    decide_received()
    assert Lead.objects.get().person.email == "ada@example.com"


def test_odd_mails_are_kept_as_text(server, mailbox):
    server.receive("From: nobody\n\n<b>\x00hi</b>")
    server.receive("Subject: =?utf-8?b?////?=\nFrom: =?x?q?y?= <a@example.com>\n\n")
    assert poll(mailbox) == 2
    decide_received()
    assert set(Submission.objects.values_list("outcome", flat=True)) <= {"error", "created"}


@pytest.mark.parametrize(
    "change, words",
    [
        ({"password_env": "FUNNEL_NOT_THERE"}, "no FUNNEL_NOT_THERE"),
        ({"port": 1}, "refused"),
        ({"security": "tls"}, ""),
    ],
)
def test_trouble_is_told_beside_the_mailbox_until_it_is_over(mailbox, change, words):
    good = Mailbox.objects.filter(pk=mailbox.pk).values(*change)[0]
    Mailbox.objects.update(**change)
    poll_mailboxes()
    mailbox.refresh_from_db()
    assert words in mailbox.trouble and mailbox.trouble and mailbox.trouble_since
    Mailbox.objects.update(**good)
    poll_mailboxes()
    mailbox.refresh_from_db()
    assert (mailbox.trouble, mailbox.trouble_since) == ("", None)


def test_a_wrong_password_is_told(server, mailbox, monkeypatch):
    monkeypatch.setenv("FUNNEL_MAIL", "guess")
    poll(mailbox)
    assert "wrong password" in mailbox.trouble


def test_a_closed_source_is_not_read(server, mailbox):
    close(mailbox.source)
    server.receive(mail())
    poll_mailboxes()
    assert kept() == []


def test_an_admin_opens_one_and_its_page_tells_how_it_is(client, server, adam, mara):
    client.force_login(adam)
    sent = {"name": "Office", "campaign": a_campaign(mara).pk, "host": "127.0.0.1"}
    sent |= {"port": server.port, "security": "none", "user": "office", "folder": "INBOX"}
    refused = client.post("/sources/mailboxes/new/", sent | {"password_env": "SECRET_KEY"})
    assert refused.status_code == 422 and refused.context["form"].errors["password_env"]
    page = client.post("/sources/mailboxes/new/", sent | {"password_env": "FUNNEL_X"}, follow=True)
    assert "not yet" in page.text and "curl" not in page.text
    poll_mailboxes()
    page = client.get(Mailbox.objects.get().get_absolute_url())
    assert "The environment has no FUNNEL_X." in page.text
