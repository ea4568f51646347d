from celery import shared_task
from django.db import transaction

from leads.capture.tasks import decide_soon
from leads.mailboxes.actions import poll
from leads.mailboxes.models import Mailbox


@shared_task(expires=60)
def poll_mailboxes():
    """Every minute, by beat: read what is new in each. Two at once share them."""
    keys = Mailbox.objects.filter(source__closed_at=None).values_list("pk", flat=True)
    if sum(_polled(key) for key in list(keys)):
        decide_soon()


def _polled(key):
    with transaction.atomic():
        free = Mailbox.objects.select_for_update(skip_locked=True, of=("self",))
        mailbox = free.select_related("source").filter(pk=key).first()
        return poll(mailbox) if mailbox else 0
