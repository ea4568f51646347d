"""What a mail says, as the fields of a capture; and whether a machine wrote it."""

import re
from dataclasses import dataclass
from hashlib import sha256

from leads.capture.suspicion import Suspicion

LARGEST = 2 * 1024 * 1024  # bytes of a mail that is fetched whole
ANSWERED = re.compile(r"^\s*(>|On .{5,120}wrote:|-----\s*Original|Am .{5,120}schrieb)", re.M)
MACHINES = re.compile(r"^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)\b", re.I)
LISTED = {"bulk", "list", "junk", "auto_reply"}


@dataclass(frozen=True)
class Mail:
    """`key` tells it apart from every other: by its Message-ID, else by all it holds."""

    key: str
    fields: dict
    suspicion: str = ""


def read(message):
    """The Mail of an imap_tools MailMessage. The words that it quotes are left out."""
    sender, headers = message.from_values, _headers(message)
    fields = {
        "name": sender.name if sender else "",
        "email": sender.email if sender else message.from_,
        "subject": message.subject,
        "words": _words(message),
    }
    raw = sha256(bytes(message.obj)).hexdigest()
    key = headers.get("message-id", "").strip()[:200] or raw
    machine = _is_automatic(fields["email"], headers)
    return Mail(key, fields, Suspicion.AUTOMATIC if machine else "")


def _headers(message):
    return {name.lower(): values[0] for name, values in message.headers.items()}


def _words(message):
    text = message.text or re.sub(r"<[^>]+>", " ", message.html)
    written = ANSWERED.split(text, maxsplit=1)[0].strip() or text.strip()
    return f"{message.subject}\n\n{written}".strip()


def _is_automatic(email, headers):
    submitted = headers.get("auto-submitted", "no").strip().lower()
    listed = headers.get("precedence", "").strip().lower() in LISTED or "list-id" in headers
    answering = "x-autoreply" in headers or headers.get("return-path", "").strip() == "<>"
    return submitted != "no" or listed or answering or bool(MACHINES.match(email))
