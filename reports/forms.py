"""The query string of the funnel, and the options of its command, parsed once."""

from zoneinfo import ZoneInfo

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from funnel.models import Organisation, Team, User
from funnel.period import Period
from funnel.refusal import Refusal
from leads.models import Campaign, Channel
from reports.presets import PRESETS, USUAL, days_of
from reports.question import NOBODY, By, Mode

LONGEST_WINDOW = 3650  # days


class FunnelForm(forms.Form):
    """What is asked: dates (`from`, `to`) or a named period, the mode, the window, whose leads."""

    period = forms.ChoiceField(choices=list(PRESETS.items()), required=False)
    mode = forms.ChoiceField(label=_("Count"), choices=Mode.choices, required=False)
    window = forms.IntegerField(
        label=_("Days from capture"), min_value=0, max_value=LONGEST_WINDOW, required=False
    )
    by = forms.ChoiceField(
        label=_("Break down by"), choices=[("", _("nothing")), *By.choices], required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.organisation = Organisation.current()
        for name, label in (("from", _("From")), ("to", _("To"))):
            picker = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            self.fields[name] = forms.DateField(
                label=label, widget=picker, input_formats=["%Y-%m-%d"], required=False
            )
        for name, choices in whose().items():
            self.fields[name] = forms.ChoiceField(
                label=By(name).label, choices=[("", _("all")), *choices], required=False
            )

    def clean(self):
        given = super().clean()
        if self.errors:
            return given
        try:
            given["period"] = self._period(given)
        except Refusal as refusal:
            self.add_error("to", refusal.message)
        return given

    @property
    def preset(self):
        """The named period that is asked for; "" where days are given."""
        if self.data.get("from") or self.data.get("to"):
            return ""
        return self.data.get("period") or USUAL

    @property
    def counted(self):
        return self.data.get("mode") or Mode.COHORT.value

    def asked(self):
        """Keyword arguments for `conversion`. Only after is_valid()."""
        given = self.cleaned_data
        window = given["window"]
        return {
            "period": given["period"],
            "mode": self.counted,
            "window_days": 90 if window is None else window,
            "by": given["by"],
            **{name: given[name] for name in By.values},
        }

    def _period(self, given):
        zone = self.organisation.time_zone
        first, last = days_of(given["period"] or USUAL, localdate(timezone=ZoneInfo(zone)))
        return Period.of_days(given["from"] or first, given["to"] or last, zone)


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
