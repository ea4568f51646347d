"""How suspicious what came in is: a sum of signs that can be read, without asking anybody else."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from hashlib import md5

from django.db.models.fields.json import KT
from django.db.models.functions import MD5

from leads.capture.models import Submission
from leads.capture.suspicion import SpamWord, Suspicion

HELD_AT, SPAM_AT = 5, 10  # points
POINTS = {
    Suspicion.TRAP: 6,
    Suspicion.TOO_FAST: 5,
    Suspicion.NO_PAGE: 5,
    Suspicion.CROWD: 5,
    Suspicion.LINKS: 2,  # for each beyond the first
    Suspicion.MARKUP: 6,
    Suspicion.NAMED_LINK: 6,
    Suspicion.SAME_WORDS: 5,
    Suspicion.BLOCKED: 5,  # for each word
    Suspicion.AUTOMATIC: 5,
    Suspicion.SCRIPTS: 4,
}
MOST = 10  # points of one sign
ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
MARKUP = re.compile(r"<a\s|\[url|\[link", re.IGNORECASE)
WORD = re.compile(r"\w+")
LATELY, ALIKE, LONG_ENOUGH = timedelta(days=1), 3, 20


@dataclass(frozen=True)
class Sign:
    """One row of the sum. `about` is what was found, where that can be shown."""

    key: str
    points: int
    about: str = ""

    @property
    def label(self):
        return Suspicion(self.key).label


def signs_of(submission):
    """[Sign], the heaviest first: what was noticed when it came, then what its texts say."""
    said, noticed = submission.said, submission.suspicion.split()
    found = [_sign(key) for key in noticed if key in Suspicion.values]
    found += [*_in_words(said), *_in_names(said), *_alike(submission), *_blocked(said)]
    return sorted(found, key=lambda sign: -sign.points)


def _sign(key, times=1, about=""):
    return Sign(str(key), min(MOST, POINTS[key] * times), about)


def _in_words(said):
    words = said.get("words", "")
    links = len(ADDRESS.findall(words))
    if links > 1:
        yield _sign(Suspicion.LINKS, links - 1, str(links))
    if MARKUP.search(words):
        yield _sign(Suspicion.MARKUP)


def _in_names(said):
    names = " ".join(said.get(name, "") for name in ("name", "company"))
    if ADDRESS.search(names):
        yield _sign(Suspicion.NAMED_LINK)
    texts = f"{names} {said.get('words', '')}"
    if mixed := next(filter(_is_mixed, WORD.findall(texts)), ""):
        yield _sign(Suspicion.SCRIPTS, about=mixed[:60])


def _is_mixed(word):
    """Cyrillic or Greek letters in one word with Latin ones, which they look like."""
    scripts = {unicodedata.name(each, "").split(" ")[0] for each in word if each.isalpha()}
    return "LATIN" in scripts and not scripts.isdisjoint({"CYRILLIC", "GREEK"})


def _alike(submission):
    """Others, by other mail addresses, sent these very words within a day."""
    words, email = submission.said.get("words", ""), submission.said.get("email", "")
    if len(words) < LONG_ENOUGH:
        return
    since = submission.received_at - LATELY
    same = MD5(KT("payload__words"))  # as its index has it
    rows = Submission.objects.alias(same=same).filter(same=_md5(words), received_at__gte=since)
    if rows.exclude(payload__email=email).exclude(pk=submission.pk)[:ALIKE].count() == ALIKE:
        yield _sign(Suspicion.SAME_WORDS)


def _md5(words):
    """As PostgreSQL writes it; nothing is kept secret by it."""
    return md5(words.encode(), usedforsecurity=False).hexdigest()


def _blocked(said):
    fields = ("name", "email", "company", "words")
    texts = " ".join(said.get(name, "") for name in fields).casefold()
    if found := [each.word for each in SpamWord.objects.all() if each.word in texts]:
        yield _sign(Suspicion.BLOCKED, len(found), ", ".join(found)[:60])
