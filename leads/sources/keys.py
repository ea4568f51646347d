"""The secret that a program shows. 192 random bits: a plain digest of it needs no salt."""

import secrets
from dataclasses import dataclass
from hashlib import sha256

BEGINS = "fk_"
SHOWN = 8  # characters by which its owner knows it again


@dataclass(frozen=True)
class Key:
    text: str

    @property
    def digest(self):
        return digest_of(self.text)

    @property
    def begins(self):
        return self.text[:SHOWN]


def new_key():
    return Key(BEGINS + secrets.token_urlsafe(24))


def digest_of(text):
    """Of whatever was sent, also of what is no key."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
