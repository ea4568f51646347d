"""The time zones people choose from."""

from zoneinfo import ZoneInfo, available_timezones

AREAS = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


def time_zone_choices():
    """(name, words) of UTC and of every place, in the order of the alphabet."""
    places = sorted(zone for zone in available_timezones() if zone.startswith(AREAS))
    return [("UTC", "UTC"), *((zone, zone.replace("_", " ")) for zone in places)]


def zone_of(user, organisation):
    """The zone `user` lives in: their own, else the organisation's."""
    return ZoneInfo(user.time_zone or organisation.time_zone)
