"""The links as redirects know them: in the cache, and asked for in a hurry where they are not.

The cache has every link, so that redirects go on while the database is slow or away: whoever
writes a link puts it there, and a worker puts all of them there every few minutes.
"""

import logging
from contextlib import suppress
from dataclasses import astuple, dataclass

from django.core.cache import cache
from django.db import OperationalError, transaction
from redis.exceptions import RedisError

from funnel.hurry import hurried
from leads.links.addresses import told
from leads.links.models import Link
from leads.links.naming import value_of

KEPT = 24 * 3600  # seconds without a worker
NOBODY, NOBODY_KEPT = "nobody", 60
AT_ONCE = 1000

logger = logging.getLogger(__name__)


class Away(Exception):
    """Neither the cache nor the database could be asked in time."""


@dataclass(frozen=True)
class Entry:
    link: int
    is_live: bool
    tagged: bool
    before: str  # what stands left of the number of the click
    after: str

    def to(self, click_id):
        return f"{self.before}{click_id}{self.after}" if self.tagged else self.before


def find(code):
    """The Entry of a code, or None where there is no such link. Raises Away."""
    kept = _kept(code)
    if kept is None:
        kept = _asked(code)
        _put(code, kept)
    return None if kept == NOBODY else Entry(*kept)


def entry_of(link):
    """What redirects know of a link that is here."""
    return Entry(*_entry(link))


def put(link):
    """A link was written: redirects know it once that is committed."""
    transaction.on_commit(lambda: _write({link.code: _entry(link)}))


def put_all():
    """Every link; returns how many. Raises what the cache raises."""
    links = Link.objects.select_related("campaign").order_by("pk")
    count, page = 0, {}
    for link in links.iterator(AT_ONCE):
        page[_key(link.code)] = _entry(link)
        count += 1
        if len(page) == AT_ONCE:
            cache.set_many(page, KEPT)
            page = {}
    cache.set_many(page, KEPT)
    return count


def forget(codes):
    """These links are gone."""
    cache.delete_many([_key(code) for code in codes])


def _kept(code):
    try:
        return cache.get(_key(code))
    except (RedisError, OSError) as trouble:
        logger.warning("a redirect asks the database, the cache is away: %s", trouble)
        return None


def _asked(code):
    try:
        with hurried():
            link = Link.objects.select_related("campaign").filter(code=code).first()
    except OperationalError as trouble:
        raise Away from trouble
    return _entry(link) if link else NOBODY


def _put(code, kept):
    """Only where nobody else has meanwhile: theirs is newer."""
    with suppress(RedisError, OSError):  # told by _kept
        cache.add(_key(code), kept, NOBODY_KEPT if kept == NOBODY else KEPT)


def _write(entries):
    try:
        cache.set_many({_key(code): entry for code, entry in entries.items()}, KEPT)
    except (RedisError, OSError) as trouble:
        logger.warning("redirects learn of a change with the next round: %s", trouble)


def _entry(link):
    utm = utm_of(link)
    before, after = told(link.target, utm) if link.tagged else (link.target, "")
    return astuple(Entry(link.pk, link.is_live, link.tagged, before, after))


def utm_of(link):
    """{name: value} of what a link tells its target."""
    return {
        "source": link.source,
        "medium": link.medium,
        "campaign": value_of(link.campaign),
        "content": link.content,
        "term": link.term,
    }


def _key(code):
    return f"link:{code}"
