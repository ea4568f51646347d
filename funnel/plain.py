"""What somebody typed on one line, without the characters that nobody sees."""

import re

UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # shown, they would turn what follows round
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # no text of PostgreSQL holds it


def plain(text):
    """`text` on one line, without control characters and those that turn others round."""
    return " ".join(UNSEEN.sub("", text).split())


def storable(text):
    """`text` without U+0000, halves of characters, and those that turn others round."""
    return upright(UNSTORABLE.sub("", text))


def upright(text):
    """`text` without the characters that turn the direction of others round."""
    return TURNING.sub("", text)
