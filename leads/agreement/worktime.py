"""Working time as people write it: "15 min", "4 h", "1 h 30"."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

WRITTEN = re.compile(r"(?:(\d{1,4})\s*h)?\s*(?:(\d{1,4})\s*(?:min|m)?)?", re.IGNORECASE)


def worktime(minutes):
    """In words that WorktimeField reads back."""
    hours, rest = divmod(int(minutes), 60)
    if not hours:
        return _("%d min") % rest
    return (
        _("%(hours)d h %(rest)02d") % {"hours": hours, "rest": rest} if rest else _("%d h") % hours
    )


class WorktimeField(forms.CharField):
    """Minutes at work, typed as "15 min", "4 h" or "1 h 30"; a number alone is not clear."""

    def clean(self, value):
        said = super().clean(value)
        found = WRITTEN.fullmatch(said.strip())
        if not found or not re.search("[a-z]", said, re.IGNORECASE):
            raise ValidationError(_("Write it as 15 min, 4 h or 1 h 30."))
        hours, rest = (int(part or 0) for part in found.groups())
        return 60 * hours + rest

    def prepare_value(self, value):
        return worktime(value) if isinstance(value, int) else value
