"""By which working time a team works."""

from datetime import time

from funnel.models import Organisation, WorkCalendar
from funnel.worktime import WorkTime

OFFICE = (((time(9), time(17)),),) * 5 + ((), ())  # where nobody says otherwise


def worktime_of(team):
    """The WorkTime of a team: by its calendar, else the organisation's. None: the organisation's.

    Where neither has one, Monday to Friday from 9 to 17 in the organisation's zone.
    """
    return _by_calendar([team] if team else [])(team)


def worktimes(teams):
    """{team's pk: its WorkTime}, in as many queries for a thousand teams as for one. None among
    them stands for the organisation, and is its own key."""
    teams = list(teams)
    found = _by_calendar([team for team in teams if team])
    return {team and team.pk: found(team) for team in teams}


def listed():
    """The calendars with their hours and holidays, and the teams that work by each."""
    calendars = WorkCalendar.objects.order_by("name", "pk")
    return calendars.prefetch_related("hours", "holidays", "teams")


def week_of(calendar):
    """The hours of a calendar as seven tuples of (opens, closes), Monday first."""
    days = [[] for _day in range(7)]
    for hours in calendar.hours.all():
        days[hours.weekday].append((hours.opens, hours.closes))
    return tuple(map(tuple, days))


def _by_calendar(teams):
    """The function from a team, or None, to its WorkTime."""
    organisation = Organisation.current()
    wanted = {organisation.calendar_id, *(team.calendar_id for team in teams)} - {None}
    calendars = WorkCalendar.objects.filter(pk__in=wanted).prefetch_related("hours", "holidays")
    times = {calendar.pk: _worktime(calendar) for calendar in calendars}
    default = times.get(organisation.calendar_id) or WorkTime(organisation.time_zone, OFFICE)
    return lambda team: times.get(team.calendar_id, default) if team else default


def _worktime(calendar):
    holidays = frozenset(holiday.on for holiday in calendar.holidays.all())
    return WorkTime(calendar.time_zone, week_of(calendar), holidays)
