"""The query string of the funnel, and the options of its command, parsed once."""

from zoneinfo import ZoneInfo

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from funnel.models import Organisation, Team, User
from funnel.period import Period
from funnel.refusal import Refusal
from funnel.tiles import DayField
from leads.models import Campaign, Channel
from reports.presets import PRESETS, USUAL, days_of
from reports.question import NOBODY, By, Mode

LONGEST_WINDOW = 3650  # days


class FunnelForm(forms.Form):
    """What is asked: days, or a named period, the mode, the window, whose leads.

    `given` is a query string or a command's options; what is not given takes its usual value, so
    that the form always shows what is asked.
    """

    mode = forms.ChoiceField(label=_("Count"), choices=Mode.choices)
    window = forms.IntegerField(label=_("Days from capture"), min_value=0, max_value=LONGEST_WINDOW)
    by = forms.ChoiceField(
        label=_("Break down by"), choices=[("", _("nothing")), *By.choices], required=False
    )

    def __init__(self, given):
        self.organisation = Organisation.current()
        super().__init__(self._filled(given))
        for name, label in (("from", _("From")), ("to", _("To"))):
            picker = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            self.fields[name] = DayField(
                label=label, widget=picker, required=True, input_formats=["%Y-%m-%d"]
            )
        for name, choices in whose().items():
            self.fields[name] = forms.ChoiceField(
                label=By(name).label, choices=[("", EVERYBODY[name]), *choices], required=False
            )

    def clean(self):
        given = super().clean()
        if self.errors:
            return given
        try:
            zone = self.organisation.time_zone
            given["period"] = Period.of_days(given["from"], given["to"], zone)
        except Refusal as refusal:
            self.add_error("to", refusal.message)
        return given

    def asked(self):
        """Keyword arguments for `conversion`. Only after is_valid()."""
        given = self.cleaned_data
        return {
            "period": given["period"],
            "mode": given["mode"],
            "window_days": given["window"],
            "by": given["by"],
            **{name: given[name] for name in By.values},
        }

    def narrowed(self):
        """The names of the groups that the question is narrowed to."""
        given = {name: self.cleaned_data[name] for name in By.values}
        return [dict(self.fields[name].choices)[key] for name, key in given.items() if key]

    def _filled(self, given):
        """All that is asked; `preset` is the named period of these days, "" if they are others."""
        asked = {name: str(value) for name, value in given.items() if value not in (None, "")}
        preset = asked.get("period") if asked.get("period") in PRESETS else USUAL
        today = localdate(timezone=ZoneInfo(self.organisation.time_zone))
        first, last = (day.isoformat() for day in days_of(preset, today))
        filled = {"mode": str(Mode.COHORT), "window": "90", "from": first, "to": last, **asked}
        self.preset = preset if (filled["from"], filled["to"]) == (first, last) else ""
        return filled


EVERYBODY = {
    By.CHANNEL: _("all channels"),
    By.CAMPAIGN: _("all campaigns"),
    By.TEAM: _("any team"),
    By.OWNER: _("anyone"),
}


def whose():
    """{dimension: [(key, label)]}: the groups that leads may be narrowed to."""
    sellers = User.objects.filter(offers__isnull=False).distinct()
    known = {
        By.CHANNEL: [(channel.key, channel.name) for channel in Channel.objects.all()],
        By.CAMPAIGN: [(str(campaign.pk), campaign.name) for campaign in Campaign.objects.all()],
        By.TEAM: [(str(team.pk), team.name) for team in Team.objects.all()],
        By.OWNER: [(user.key, user.name) for user in sellers],
    }
    return {by: [*groups, *NOBODY[by].items()] for by, groups in known.items()}
