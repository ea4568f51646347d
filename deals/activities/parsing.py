"""One box, read: "reached, wants quote, call Tue 10" is how it went, a note and a next step.

Only what is certain is taken out of the text; everything else stays in the note as it was
written. A part (up to a comma, semicolon, full stop or line end) is a next step when it begins
with an act ("call", "send", …) or with "next:", and names a moment that lies ahead.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from deals.activities.models import Outcome
from deals.activities.moments import find_moment

ACTS = re.compile(
    r"(?:call|e-?mail|write|text|message|ring|phone|meet|visit|send|quote|offer|ask|check|remind|"
    r"follow|prepare|show|demo|measure|deliver|invite|book|bring|talk|speak)\b",
    re.IGNORECASE,
)
OUTCOMES = {
    "reached": Outcome.REACHED,
    "spoke": Outcome.REACHED,
    "voicemail": Outcome.VOICEMAIL,
    "left a message": Outcome.VOICEMAIL,
    "no answer": Outcome.NO_ANSWER,
    "wrong number": Outcome.WRONG,
}
END = re.compile(r"[,;\n]|(?<!\d\.\d)(?<!\d\.\d\d)\.(?=\s|$)")
NEXT = re.compile(r"next(?: step)?\s*:\s*", re.IGNORECASE)
LINKING = re.compile(r"^(?:and|then|to|on|by)\s+|\s+(?:on|at|by|for|until)$|\.$", re.IGNORECASE)
LONGEST = 200


@dataclass(frozen=True)
class Read:
    """What a text says. `due_at` is aware, in the reader's zone; `timed`: it named an hour."""

    note: str = ""
    outcome: str = ""
    step: str = ""
    due_at: datetime | None = None
    timed: bool = False


def read(text, now):
    """Read `text` as somebody writing it at `now` (aware, in their own zone) means it."""
    outcome, step, kept = "", None, []
    for part in _parts(text):
        plain = part.strip(" \t\n,;.").lower()
        if plain in OUTCOMES and not outcome:
            outcome = OUTCOMES[plain]
        elif step is None and (found := _step(part, now)):
            step = found
        else:
            kept.append(part)
    note = "".join(kept).strip().strip(",;").strip()
    if step is None:
        return Read(note, outcome)
    what, moment = step
    return Read(note, outcome, what, moment.at, moment.timed)


def _parts(text):
    """The parts, each with the mark that ends it; together they are the text."""
    at = 0
    for mark in END.finditer(text):
        yield text[at : mark.end()]
        at = mark.end()
    yield text[at:]


def _step(part, now):
    """(what, Moment) where this part is a next step, else None."""
    words = part.strip(" \t\n,;")
    asked = NEXT.match(words)
    moment = find_moment(words[asked.end() if asked else 0 :], now)
    what = _tidy(moment.rest) if moment else ""
    if not what or not (asked or ACTS.match(what)):
        return None
    return what[:1].upper() + what[1:LONGEST], moment


def _tidy(words):
    words = re.sub(r"\s+", " ", words).strip()
    while (shorter := LINKING.sub("", words).strip()) != words:
        words = shorter
    return words
