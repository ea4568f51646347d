"""On which days the digest comes."""

SATURDAY = 5


def is_workday(user, day):
    """Whether `user` works on the date `day`: Monday to Friday."""
    return day.weekday() < SATURDAY
