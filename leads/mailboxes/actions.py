import os

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from imap_tools import MailBox, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError

from funnel.refusal import Refusal
from leads.capture.actions.receiving import keep_capture
from leads.mailboxes.models import Mailbox, Security
from leads.mailboxes.reading import LARGEST, read
from leads.sources.actions import open_source

PATIENCE = 20  # seconds for an answer of the server
AT_ONCE = 50
DOORS = {Security.TLS: MailBox, Security.NONE: MailBoxUnencrypted}
TROUBLE = (ImapToolsError, OSError)  # imaplib's own errors are OSError or become ImapToolsError


@transaction.atomic
def open_mailbox(*, by, campaign, name, owner=None, **account):
    """Read a mailbox for `campaign` from now on. Its source has a key that nobody was told."""
    source, _key = open_source(by=by, campaign=campaign, name=name, owner=owner)
    return Mailbox.objects.create(source=source, sample=source.sample, **account)


def poll(mailbox):
    """Capture what has come since the last time, at most AT_ONCE mails. Returns how many are new.

    The mails stay unread where they are. What goes wrong is written beside the mailbox; a mail is
    read up to only once it is kept, and kept twice is kept once.
    """
    try:
        with _opened(mailbox) as door:
            count = _take(mailbox, door)
    except (*TROUBLE, Refusal) as trouble:
        _note(mailbox, str(trouble) or type(trouble).__name__)
        return 0
    _note(mailbox, "")
    return count


def keep_mail(source, mail):
    """True where it was not kept before. One that only bears the Message-ID of another is kept."""
    sent = {"payload": mail.fields, "suspicion": mail.suspicion}
    try:
        return keep_capture(source.key_digest, key=mail.key, **sent).new
    except Refusal:
        return keep_capture(source.key_digest, **sent).new


def _opened(mailbox):
    password = os.environ.get(mailbox.password_env)
    if not password:
        raise Refusal(_("The environment has no %s.") % mailbox.password_env)
    door = DOORS[Security(mailbox.security)](mailbox.host, mailbox.port, timeout=PATIENCE)
    try:
        return door.login(mailbox.user, password, initial_folder=mailbox.folder)
    except TROUBLE:
        door.client.shutdown()
        raise


def _take(mailbox, door):
    told = door.folder.status(mailbox.folder, ["UIDVALIDITY", "UIDNEXT"])
    if mailbox.uid_validity != told["UIDVALIDITY"]:  # new here, or numbered anew by the server
        mailbox.uid_validity, mailbox.last_uid = told["UIDVALIDITY"], told["UIDNEXT"] - 1
        return 0
    after = mailbox.last_uid + 1
    uids = [uid for uid in door.uids(f"UID {after}:*") if int(uid) >= after][:AT_ONCE]
    count = 0
    for message in _messages(door, uids):
        count += keep_mail(mailbox.source, read(message))
        mailbox.last_uid = max(mailbox.last_uid, int(message.uid))
    return count


def _messages(door, uids):
    """The mails of these numbers; of one that is too large only its head is fetched."""
    heads = door.fetch(uid_list=uids, mark_seen=False, headers_only=True) if uids else ()
    for head in heads:
        if head.size_rfc822 > LARGEST:
            yield head
        else:
            yield from door.fetch(uid_list=head.uid, mark_seen=False)


def _note(mailbox, trouble):
    at = now()
    mailbox.polled_at, mailbox.trouble = at, trouble[:300]
    mailbox.trouble_since = (mailbox.trouble_since or at) if trouble else None
    fields = ["uid_validity", "last_uid", "polled_at", "trouble", "trouble_since"]
    mailbox.save(update_fields=fields)
