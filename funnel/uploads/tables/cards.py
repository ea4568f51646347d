"""The people of an address book: vCard, versions 2.1 to 4.0, one row each."""

import logging
import re

import vobject
from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from funnel.uploads.limits import CARDS
from funnel.uploads.tables.table import Table, written

BEGIN = re.compile(rb"^BEGIN:VCARD", re.IGNORECASE | re.MULTILINE)
COLUMNS = ("id", "name", "email", "email 2", "phone", "phone 2", "company", "title", "note")
UNREADABLE = "unreadable"

logging.getLogger("vobject.base").setLevel(logging.CRITICAL)  # strangers' faults are told by row


def cards(data, name):
    """The one Table of a file of cards. Refusal for too many of them."""
    blocks = [b"BEGIN:VCARD" + block for block in BEGIN.split(data)[1:]]
    if len(blocks) > CARDS:
        raise Refusal(
            _("%(name)s holds more than %(most)d cards.") % {"name": name, "most": CARDS},
            field="file",
        )
    return [Table(name, written([[*COLUMNS, UNREADABLE], *map(_row, blocks)]))]


def is_cards(start):
    return BEGIN.match(start.lstrip(b"\xef\xbb\xbf \r\n\t")) is not None


def _row(block):
    text = block.decode("utf-8", "replace").replace("\x00", "")
    try:
        card = vobject.readOne(text, ignoreUnreadable=True)
        said = {key: [each.value for each in lines] for key, lines in card.contents.items()}
        return [*_cells(said), ""]
    except Exception:  # one card that cannot be read takes no other with it
        return [*[""] * len(COLUMNS), text[:2000]]


def _cells(said):
    mails, phones = _two(said, "email"), [each.removeprefix("tel:") for each in _two(said, "tel")]
    return [
        _first(said, "uid"),
        _first(said, "fn") or " ".join(_first(said, "n").split()),
        *mails,
        *phones,
        _organisation(said),
        _first(said, "title"),
        _first(said, "note"),
    ]


def _two(said, key):
    return [*map(str, said.get(key, [])), "", ""][:2]


def _first(said, key):
    return str(next(iter(said.get(key, [])), "")).strip()


def _organisation(said):
    org = next(iter(said.get("org", [])), "")
    return str(org[0] if isinstance(org, list) and org else org or "")
