from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.models import Mail


class NoticesForm(forms.Form):
    """Per event two fields, in the centre and by mail; and when mail may come."""

    mail = forms.BooleanField(label=_("Send me mail"), required=False)
    digest = forms.BooleanField(
        label=_("The digest, at 07:30 on workdays"),
        required=False,
        help_text=_("Days without news have none."),
    )
    quiet_from = forms.TimeField(label=_("Quiet from"), required=False)
    quiet_to = forms.TimeField(label=_("Quiet until"), required=False)

    def __init__(self, *args, hours, preferences, **kwargs):
        """`preferences`: [(event, whether it stands in the centre, how it is mailed)]."""
        super().__init__(*args, **kwargs)
        for name in ("mail", "digest", "quiet_from", "quiet_to"):
            self.fields[name].initial = getattr(hours, name)
        for name in ("quiet_from", "quiet_to"):
            clock = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
            self.fields[name].widget = clock
        self.preferences = preferences
        for event, centre, mail in preferences:
            self.fields[_centre(event)] = _in_centre(event, centre)
            self.fields[_mail(event)] = _by_mail(event, mail)

    @property
    def rows(self):
        """[(label, field of the centre, field of mail)] for the table."""
        return [
            (event.label, self[_centre(event)], self[_mail(event)])
            for event, _in, _by in self.preferences
        ]

    @property
    def values(self):
        """What the verb `prefer` takes."""
        typed = self.cleaned_data
        choices = {
            event.key: (typed[_centre(event)], typed[_mail(event)] or before)
            for event, _in, before in self.preferences
        }
        hours = {name: typed[name] for name in ("mail", "digest", "quiet_from", "quiet_to")}
        return {"choices": choices, **hours}


def _centre(event):
    return f"centre-{event.key}"


def _mail(event):
    return f"mail-{event.key}"


def _in_centre(event, initial):
    said = _("%s: in the centre") % event.label
    box = forms.CheckboxInput(attrs={"class": "box", "aria-label": said})
    return forms.BooleanField(label=event.label, required=False, initial=initial, widget=box)


def _by_mail(event, initial):
    said = _("%s: by mail") % event.label
    choice = forms.Select(attrs={"class": "input input--small", "aria-label": said})
    return forms.ChoiceField(
        label=event.label, required=False, initial=initial, choices=Mail, widget=choice
    )
