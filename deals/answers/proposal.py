"""What is proposed right after an acceptance, in words that the one box understands."""

from datetime import timedelta

from django.utils.timezone import localtime, now

from funnel.calendars.queries import worktime_of

SOON, HOUR, SECOND = timedelta(minutes=15), timedelta(hours=1), timedelta(seconds=1)
A_WEEK = 7  # days, within which a weekday is clear


def proposal(handoff, *, at=None):
    """A call at the next full hour of the team's working time, as "Call today 15:00"."""
    today = localtime(at or now())
    hours = worktime_of(handoff.team)
    moment = _full_hour(hours.after(today, SOON))
    if not hours.is_open(moment):
        moment = hours.after(moment, SECOND).replace(second=0, microsecond=0)
    moment = localtime(moment)
    return f"Call {_day(moment.date(), today.date())} {moment:%-H:%M}"


def _full_hour(moment):
    return moment.replace(minute=0, second=0, microsecond=0) + HOUR


def _day(on, today):
    """English, as the one box reads it."""
    ahead = (on - today).days
    if ahead < 2:
        return "tomorrow" if ahead else "today"
    return f"{on:%a}" if ahead < A_WEEK else f"{on.day} {on:%b}"
