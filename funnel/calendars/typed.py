"""Hours and holidays as people type them."""

import re
from datetime import date, time

from django.core.exceptions import ValidationError
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from funnel.period import too_far

SPAN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?")
LINE = re.compile(r"(\d{4}-\d{2}-\d{2})[\s,;]+(\S.*)")
LONGEST = 80  # letters of a holiday's name


def hours(text):
    """[(opens, closes)] of "8:00-12:00, 13-17"; 24:00 and 00:00 at the end are midnight."""
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    return [_span(part) for part in parts]


def told(spans):
    """The spans of a day the way they are typed: "08:00–12:00, 13:00–17:00"."""
    return ", ".join(f"{time_format(o, 'H:i')}–{_end(c)}" for o, c in spans)


def holidays(text):
    """{day: name} of lines like "2026-12-25 Christmas". Each bad line is told by its number."""
    found, wrong = {}, []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            _read(line.strip(), number, found, wrong)
    if wrong:
        raise ValidationError(wrong)
    return found


def _span(part):
    match = SPAN.fullmatch(part)
    if match is None:
        raise ValidationError(_("Type hours like 8:00-12:00, 13:00-17:00, or nothing."))
    opens, closes = match.groups()[:2], match.groups()[2:]
    return _time(opens, part), _time(("0", closes[1]) if closes[0] == "24" else closes, part)


def _time(typed, part):
    try:
        return time(int(typed[0]), int(typed[1] or 0))
    except ValueError:
        raise ValidationError(_("%s is no time of day.") % part) from None


def _end(at):
    return time_format(at, "H:i") if at != time() else "24:00"


def _read(line, number, found, wrong):
    match = LINE.fullmatch(line)
    try:
        on, name = date.fromisoformat(match[1]), match[2]
    except (TypeError, ValueError):
        words = _("Line %(number)s is not a day and its name: %(line)s")
        wrong.append(words % {"number": number, "line": line[:40]})
        return
    if words := too_far(on):
        wrong.append(_("Line %(number)s: %(words)s") % {"number": number, "words": words})
    if len(name) > LONGEST:
        wrong.append(_("Line %s: the name is too long.") % number)
    if on in found:
        wrong.append(_("Line %(number)s: %(on)s comes twice.") % {"number": number, "on": on})
    found[on] = name
