"""When Havelstill is at work: both offices' hours and holidays, and two who are away."""

from datetime import date, time, timedelta

from funnel.absences.actions import add as be_away
from funnel.calendars.actions import add
from reports.demo.calendar import DAY
from reports.demo.ground import ZONE

HOURS = ((time(8), time(12)), (time(13), time(17)))
WEEK = (HOURS,) * 5 + ((), ())
FIXED = {
    (1, 1): "New Year",
    (5, 1): "Labour Day",
    (10, 3): "German Unity Day",
    (12, 25): "Christmas Day",
    (12, 26): "Boxing Day",
}
FROM_EASTER = {-2: "Good Friday", 1: "Easter Monday", 39: "Ascension", 50: "Whit Monday"}
AWAY = (  # who, first day from the year's first, how many days, why
    ("piotr", 203, 12, "The Tatras"),
    ("leonie", 365, 5, "Moving house"),  # from the day after the last
)


def open_offices(cast, calendar):
    """Give each team its calendar, and tell of the absences."""
    days = holidays(calendar.last.year - 1) | holidays(calendar.last.year)
    for team in {seller.team.pk: seller.team for seller in cast.sellers}.values():
        team.calendar = add(name=team.name, time_zone=ZONE, week=WEEK, holidays=days, sample=True)
        team.save(update_fields=["calendar"])
    for who, first, count, words in AWAY:
        first_on, last_on = calendar.day(first), calendar.day(first + count - 1)
        be_away(user=cast.users[who], first_on=first_on, last_on=last_on, words=words)


def holidays(year):
    """{day: name} of the days on which all of Germany rests."""
    fixed = {date(year, month, day): name for (month, day), name in FIXED.items()}
    sunday = easter(year)
    return fixed | {sunday + days * DAY: name for days, name in FROM_EASTER.items()}


def easter(year):
    """The Sunday after the first full moon of spring, by the tables of the Gregorian calendar."""
    golden, century = year % 19, year // 100
    leapless, moonless = century - century // 4, (8 * century + 13) // 25
    moon = (leapless - moonless + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - leapless) % 7
    return date(year, 3, 28) + timedelta(days=moon - weekday)
