"""The demo's time: twelve months up to its last day, with seasons, weekends and opening hours.

Inside the demo a moment is a naive local time of the organisation; `instant` makes it aware.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
YEAR = 365  # days, the last one included
ENDS_AT = time(10)  # of the last day: the morning's work is done, the rest lies ahead
OPEN = (time(8, 30), time(17, 30))
SATURDAY = (time(10), time(14))
HOLIDAYS = {(1, 1), (5, 1), (10, 3), (12, 24), (12, 25), (12, 26), (12, 31)}
SEASON = [1.25, 1.2, 1.15, 0.95, 1.0, 0.9, 0.6, 0.7, 1.2, 1.3, 1.2, 0.6]  # January first
WEEKDAY = [1.15, 1.1, 1.05, 1.0, 0.85, 0.45, 0.4]  # Monday first


@dataclass(frozen=True)
class Calendar:
    last: date
    zone: str

    @property
    def first(self):
        return self.last - (YEAR - 1) * DAY

    @property
    def ends(self):
        return datetime.combine(self.last, ENDS_AT)

    @property
    def morning(self):
        """When work begins on the last day."""
        return self.hours(self.last)[0]

    @property
    def eve(self):
        """When work began two working days before the last day."""
        days = (self.last - number * DAY for number in range(1, 30))
        return [self.hours(day)[0] for day in days if self.hours(day)][1]

    @property
    def over(self):
        return self.instant(self.ends)

    def day(self, number):
        """The day of that number, the first being 0."""
        return self.first + number * DAY

    def instant(self, moment):
        return moment.replace(microsecond=0, tzinfo=ZoneInfo(self.zone))

    def demand(self, day):
        """How many are looking for quiet rooms on that day, 1 being an ordinary one."""
        return SEASON[day.month - 1] * WEEKDAY[day.weekday()]

    def hours(self, day):
        """When people are at work: (from, until), or None. On its last day the demo is at work."""
        if day != self.last and (day.weekday() == 6 or (day.month, day.day) in HOLIDAYS):
            return None
        begins, ends = SATURDAY if day.weekday() == 5 and day != self.last else OPEN
        return datetime.combine(day, begins), datetime.combine(day, ends)

    def working(self, moment, hours=0.0):
        """The moment after so many hours at work."""
        left = timedelta(hours=hours)
        while True:
            opened = self.hours(moment.date())
            if opened and moment < opened[1]:
                begins = max(moment, opened[0])
                if begins + left < opened[1]:
                    return (begins + left).replace(microsecond=0)
                left -= opened[1] - begins
            moment = datetime.combine(moment.date() + DAY, time())

    def opening(self, day):
        """When work begins on that day, or on the next that has any."""
        return self.working(datetime.combine(day, time()))

    def later(self, moment, days, rng):
        """Some time at work, so many days after `moment`."""
        return self.working(moment + days * DAY, 4 * rng.random() ** 2)
