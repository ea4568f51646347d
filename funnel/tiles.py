"""Fields that many forms have: a coded reason as tiles, a day, somebody's words."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from funnel.models import Reason
from funnel.period import too_far


class ReasonTiles(forms.RadioSelect):
    """Radios that tell the page what their reason asks for: words, a date."""

    def create_option(self, name, value, label, *args, **kwargs):
        option = super().create_option(name, value, label, *args, **kwargs)
        reason = getattr(value, "instance", None)
        if reason:
            asks = ["words"] * reason.needs_words + ["date"] * reason.needs_date
            option["attrs"]["data-asks"] = " ".join(asks)
        return option


class ReasonField(forms.ModelChoiceField):
    """One of the active reasons of `kind`, sent as its key. The verb says whether one is needed."""

    def __init__(self, kind, **kwargs):
        reasons = Reason.objects.filter(kind=kind, active=True)
        kwargs = {
            "widget": ReasonTiles,
            "to_field_name": "key",
            "required": False,
            "empty_label": None,
            "label": _("Why"),
        } | kwargs
        super().__init__(reasons, **kwargs)


def meant(day):
    """Refuse a day, or a moment of one, that is too far off to be meant."""
    if words := too_far(date(day.year, day.month, day.day)):
        raise ValidationError(words)


class DayField(forms.DateField):
    """A day, chosen in the browser's own calendar."""

    default_validators = [meant]

    def __init__(self, **kwargs):
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(**{"widget": widget, "required": False} | kwargs)


def words_field(label, **kwargs):
    """A box for what somebody says."""
    box = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, **{"widget": box, "required": False} | kwargs)
