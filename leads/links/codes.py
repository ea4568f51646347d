"""The codes of short links: chance, without letters that look alike, or chosen by hand."""

import re
import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0 and o, no 1, i and l
LENGTH = 7  # 27 thousand million of them
CHOSEN = re.compile(r"[a-z0-9]([a-z0-9-]{1,38})[a-z0-9]")


def new_code():
    return "".join(secrets.choice(ALPHABET) for _place in range(LENGTH))


def can_be_one(code):
    """Whether a code that somebody chose can stand in an address, be read aloud and typed."""
    return bool(CHOSEN.fullmatch(code)) and "--" not in code
