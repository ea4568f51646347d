"""Periods that people ask for by name, as days of the organisation's calendar."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

PRESETS = {
    "30d": _("Last 30 days"),
    "90d": _("Last 90 days"),
    "quarter": _("Last quarter"),
    "year": _("This year"),
    "12m": _("Last 12 months"),
}
USUAL = "12m"


def days_of(preset, today: date):
    """(first, last), both included. Windows of days end today."""
    if preset == "quarter":
        return _quarter_before(today)
    if preset == "year":
        return today.replace(month=1, day=1), today
    length = {"30d": 30, "90d": 90, "12m": 365}[preset]
    return today - timedelta(days=length - 1), today


def _quarter_before(today):
    begun = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    last = begun - timedelta(days=1)
    return last.replace(month=last.month - 2, day=1), last
