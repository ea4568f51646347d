"""The names of the months, as files in English, German, French and Spanish write them."""

import unicodedata
from functools import cache

from babel import Locale

LANGUAGES = ("en", "de", "fr", "es")


def month_of(name):
    """1 to 12, or None: of `March`, `mar.`, `März`, `mars` and `marzo` it is 3."""
    return _months().get(_plain(name))


@cache
def _months():
    found = {"sept": 9}
    for language in LANGUAGES:
        for names in Locale(language).months.values():
            for width in ("wide", "abbreviated"):
                found |= {_plain(name): month for month, name in names[width].items()}
    return found


def _plain(name):
    letters = unicodedata.normalize("NFKD", name.casefold().rstrip("."))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
