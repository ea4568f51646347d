"""The links as redirects know them: in Valkey, and asked for in a hurry where they are not there.

Every link lies there, so that redirects go on while the database is slow or away: whoever writes a
link puts it there, and a worker puts all of them there every few minutes.
"""

import json
import logging
from contextlib import suppress
from dataclasses import astuple, dataclass

from django.db import OperationalError, transaction
from django.utils.encoding import iri_to_uri

from funnel.hurry import hurried
from funnel.valkey import AWAY, key, server
from leads.links.addresses import told
from leads.links.models import Link
from leads.links.naming import value_of

KEPT = 24 * 3600  # seconds without a worker
NOBODY_KEPT = 60
AT_ONCE = 1000

logger = logging.getLogger(__name__)


class Away(Exception):
    """Neither the shelf nor the database could be asked in time."""


@dataclass(frozen=True)
class Entry:
    link: int | None = None  # None: nobody has this code
    is_live: bool = False
    tagged: bool = False
    before: str = ""  # what stands left of the number of the click
    after: str = ""

    def __bool__(self):
        return self.link is not None

    @classmethod
    def read(cls, text):
        return cls(*json.loads(text))

    @property
    def text(self):
        return json.dumps(astuple(self)) if self else "[]"

    def to(self, click_id):
        return f"{self.before}{click_id}{self.after}" if self.tagged else self.before


def asked(code):
    """The Entry of a code the shelf lacks, from the database, and back on the shelf. Raises
    Away."""
    try:
        with hurried():
            link = Link.objects.select_related("campaign").filter(code=code).first()
    except OperationalError as trouble:
        raise Away from trouble
    entry = entry_of(link) if link else Entry()
    with suppress(*AWAY):  # only where nobody else has meanwhile: theirs is newer
        server().set(key_of(code), entry.text, ex=KEPT if entry else NOBODY_KEPT, nx=True)
    return entry


def put(link):
    """A link was written: redirects know it once that is committed."""
    transaction.on_commit(lambda: _put(link))


def put_all():
    """Every link; returns how many. Raises valkey.AWAY."""
    links = Link.objects.select_related("campaign").order_by("pk")
    count, pipe = 0, server().pipeline(transaction=False)
    for count, link in enumerate(links.iterator(AT_ONCE), 1):
        pipe.set(key_of(link.code), entry_of(link).text, ex=KEPT)
        if count % AT_ONCE == 0:
            pipe.execute()
    pipe.execute()
    return count


def forget(codes):
    """These links are gone; without a server they are forgotten after a day."""
    keys = [key_of(code) for code in codes]
    with suppress(*AWAY):
        server().delete(*keys or ["none"])


def entry_of(link):
    """What redirects know of a link that is here."""
    utm = utm_of(link)
    before, after = told(link.target, utm) if link.tagged else (link.target, "")
    return Entry(link.pk, link.is_live, link.tagged, iri_to_uri(before), iri_to_uri(after))


def utm_of(link):
    """{name: value} of what a link tells its target."""
    return {
        "source": link.source,
        "medium": link.medium,
        "campaign": value_of(link.campaign),
        "content": link.content,
        "term": link.term,
    }


def key_of(code):
    return key("link", code)


def _put(link):
    try:
        server().set(key_of(link.code), entry_of(link).text, ex=KEPT)
    except AWAY as trouble:
        logger.warning("redirects learn of a change with the next round: %s", trouble)
