"""The query string of the page of the line and of its rows."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from funnel.period import Period
from funnel.tiles import DayField
from leads.models import HandoffStep
from leads.stages import CAME_BACK, HandoffStage
from reports.acceptance import BY, keyed
from reports.line_parts import OFFERED, PARTS
from reports.presets import days_of

PERIODS = {"30d": _("Last 30 days"), "90d": _("Last 90 days"), "12m": _("Last 12 months")}
USUAL = "30d"
NOBODY = 0  # the key of those without a campaign, person or team


class RowsForm(forms.Form):
    """Which hand-offs: offered when, in which part of the figures, of whom, returned for what."""

    part = forms.ChoiceField(choices=PARTS.items(), required=False)
    view = forms.ChoiceField(choices=PERIODS.items(), required=False)
    month = DayField(input_formats=["%Y-%m"])
    day = DayField(input_formats=["%Y-%m-%d"])
    campaign = forms.IntegerField(required=False, min_value=0)
    person = forms.IntegerField(required=False, min_value=0)
    team = forms.IntegerField(required=False, min_value=0)
    reason = forms.SlugField(required=False)

    @property
    def asked_part(self):
        return self.cleaned_data["part"] or OFFERED

    def period(self, zone):
        """The month, the day, or the stretch of days up to today."""
        asked = self.cleaned_data
        if day := asked["day"]:
            return Period.of_days(day, day, zone)
        if first := asked["month"]:
            after = (first + timedelta(days=31)).replace(day=1)
            return Period.of_days(first, after - timedelta(days=1), zone)
        return lately(asked["view"] or USUAL, zone)

    def narrow(self, offers):
        """Those of `offers` of the campaign, person, team and reason that are asked for."""
        for name, (field, _label) in BY.items():
            key = self.cleaned_data[name]
            if key is not None:
                offers = keyed(offers, name).filter(**{field: None if key == NOBODY else key})
        if reason := self.cleaned_data["reason"]:
            returned = HandoffStep.objects.filter(to_stage=HandoffStage.RETURNED, reason=reason)
            offers = offers.filter(stage__in=CAME_BACK, pk__in=returned.values("handoff"))
        return offers


def lately(view, zone):
    """The Period of a key of PERIODS."""
    return Period.of_days(*days_of(view, _today(zone)), zone)


def twelve_months(zone):
    """This month so far and the eleven whole ones before it."""
    today = _today(zone)
    first = today.replace(day=1)
    for _month in range(11):
        first = (first - timedelta(days=1)).replace(day=1)
    return Period.of_days(first, today, zone)


def _today(zone):
    return localdate(timezone=ZoneInfo(zone))
