"""A day and an hour in a few English words. What could mean two things means nothing here.

Days: today, tomorrow; Tue or Tuesday (the next one, never today), next Tue (next week's), next
week (its Monday); in 3 days, in 2 weeks, in 2 hours; 10 Dec, Dec 10, 10 December 2026, 10.12.,
10.12.2026, 2026-12-10 (without a year: the next such day). Hours: 10:30, 3pm, at 10, noon; right
after a day also 10 and 10.30, a bare hour from 7 to 19. Without a day an hour is today's, if it
is still ahead; without an hour a day begins at 9. Not understood: 10/12, two days, a past day.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

NAMES = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|"
    "sat(?:urday)?|sun(?:day)?"
)
MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
NAME_ORDER = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
MONTH_ORDER = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
YEAR = r"(?:,?\s+(?P<year>20\d\d)\b)?"
DAY_FORMS = [
    r"(?P<iso>20\d\d-\d\d-\d\d)\b",
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<mon>{MONTHS})\b\.?{YEAR}",
    rf"(?P<mon>{MONTHS})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:){YEAR}",
    r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<year>20\d\d\b)?",
    rf"(?P<next>next\s+)?(?P<name>{NAMES})\b",
    r"(?P<word>today|tomorrow|next\s+week)\b",
    r"in\s+(?P<n>a|an|one|two|three|\d{1,3})\s+(?P<unit>day|week|hour)s?\b",
]
HOUR_FORMS = [
    r"(?:at\s+)?(?P<h>\d{1,2}):(?P<min>\d\d)(?:\s*(?P<half>am|pm)\b)?(?!\d)",
    r"(?:at\s+)?(?P<h>\d{1,2})\s*(?P<half>am|pm)\b",
    r"(?:at\s+)?(?P<noon>noon|midday)\b",
    r"at\s+(?P<h>\d{1,2})(?:\.(?P<min>\d\d))?\b(?![:.]\d)",
]
RIGHT_AFTER = re.compile(
    r"\s+(?P<h>\d{1,2})(?:\.(?P<min>\d\d))?\s*(?:$|(?=(?:about|again|for|sharp|to|with)\b))", re.I
)
SLASH = re.compile(r"\d/\d")
A_NUMBER = re.compile(r"\s+\d")
COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
MORNING = time(9)


@dataclass(frozen=True)
class Moment:
    at: datetime
    rest: str  # the words that are left
    timed: bool  # whether an hour was named


def find_moment(words, now):
    """The Moment that `words` name, seen from `now` (aware, in the reader's zone), or None."""
    if SLASH.search(words):
        return None
    days = _all(DAY_FORMS, words)
    if not days:
        return _today(words, now)
    if days[0].groupdict().get("unit", "").lower() == "hour":
        ahead = now + timedelta(hours=_count(days[0]["n"]))
        return Moment(ahead.replace(second=0, microsecond=0), _without(words, days[:1]), True)
    day = _agreed([_day(found.groupdict(), now.date()) for found in days], days)
    return day and _on(day, days, words, now)


def _on(day, days, words, now):
    tail = words[days[-1].end() :]
    beside = RIGHT_AFTER.match(tail)
    rest = _without(words, days)
    hours = _all(HOUR_FORMS, rest)
    if beside and not hours:
        head = _without(words[: days[-1].end()], days)
        hour = _bare(beside)
        return _moment(day, hour, f"{head} {tail[beside.end() :]}", now)
    if A_NUMBER.match(tail) and not hours or len(hours) > 1:
        return None
    if not hours:
        return _moment(day, MORNING, rest, now, timed=False)
    return _moment(day, _hour(hours[0].groupdict()), _without(rest, hours), now)


def _today(words, now):
    hours = _all(HOUR_FORMS, words)
    if len(hours) != 1:
        return None
    return _moment(now.date(), _hour(hours[0].groupdict()), _without(words, hours), now)


def _moment(day, hour, rest, now, *, timed=True):
    """None where there is no such hour in this zone, or it does not lie ahead."""
    if hour is None:
        return None
    at = datetime.combine(day, hour, now.tzinfo)
    exists = at.astimezone(UTC).astimezone(now.tzinfo).time() == hour
    return Moment(at, rest, timed) if exists and at > now else None


def _all(forms, words):
    """What these forms find, each place once, in the order of the text."""
    found = []
    for form in forms:
        for match in re.finditer(rf"(?<![\w.:/-]){form}", words, re.IGNORECASE):
            if all(match.end() <= f.start() or match.start() >= f.end() for f in found):
                found.append(match)
    return sorted(found, key=lambda match: match.start())


def _agreed(days, found):
    """The one day that was named; a weekday beside a date has to be that date's."""
    dated = [day for day, f in zip(days, found, strict=True) if not f.groupdict().get("name")]
    if len(days) == 1:
        return days[0]
    if len(days) == 2 and len(dated) == 1 and None not in days:
        name = next(f["name"] for f in found if f.groupdict().get("name"))
        return dated[0] if dated[0].weekday() == NAME_ORDER.index(name[:3].lower()) else None
    return None


def _day(said, today):
    if said.get("iso"):
        return _date(*map(int, said["iso"].split("-")))
    if word := said.get("word"):
        ahead = {"today": 0, "tomorrow": 1}.get(word.lower(), 7 - today.weekday())
        return today + timedelta(days=ahead)
    if said.get("unit"):
        return today + timedelta(days=_count(said["n"]) * (7 if said["unit"][0] in "wW" else 1))
    if said.get("name"):
        wanted = NAME_ORDER.index(said["name"][:3].lower())
        ahead = (
            7 - today.weekday() + wanted if said["next"] else (wanted - today.weekday() - 1) % 7 + 1
        )
        return today + timedelta(days=ahead)
    month = int(said["m"]) if said.get("m") else MONTH_ORDER.index(said["mon"][:3].lower()) + 1
    return _next_such(int(said["d"]), month, said.get("year"), today)


def _next_such(day, month, year, today):
    if year:
        return _date(int(year), month, day)
    this = _date(today.year, month, day)
    return this if this and this >= today else _date(today.year + 1, month, day)


def _date(year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hour(said):
    """The time of day, or None where there is none such."""
    if said.get("noon"):
        return time(12)
    hour, half, minute = int(said["h"]), (said.get("half") or "").lower(), int(said.get("min") or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half == "pm")
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _bare(said):
    hour = _hour(said.groupdict())
    return hour if hour and 7 <= hour.hour <= 19 else None


def _without(words, found):
    for match in reversed(found):
        words = f"{words[: match.start()]} {words[match.end() :]}"
    return words


def _count(word):
    return COUNTS.get(word.lower()) or int(word)
