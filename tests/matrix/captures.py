"""A source, and what came in that waits for a person."""

from uuid import uuid4

from leads.capture.actions.keeping import keep
from leads.mailboxes.actions import open_mailbox
from leads.models import SpamWord, Submission
from tests.story import a_source

ACCOUNT = {"host": "mail.example", "user": "office", "password_env": "FUNNEL_MAIL"}


def captures(mara, form):
    return {
        "source": a_source(mara, campaign=form.campaign)[0],
        "mailbox": open_mailbox(by=mara, campaign=form.campaign, name="Office", **ACCOUNT).source,
        "ticket": (["forged"], ""),
        "capture": ([uuid4()], ""),
        "spam_word": SpamWord.objects.create(word="casino"),
        "held": _sent(form, suspicion="trap", outcome="held"),
        "faulty": _sent(form, outcome="error", email=""),
    }


def _sent(form, *, outcome, suspicion="", email="zora@example.com"):
    said = {"name": "Zora", "email": email}
    row, _new = keep(form, submission_id=uuid4(), payload=said, suspicion=suspicion)
    Submission.objects.filter(pk=row.pk).update(outcome=outcome)
    return row
