"""The query string of the page of score and outcome and of its rows."""

from django import forms
from django.utils.translation import gettext_lazy as _

from leads.scoring.models import Scale
from reports.calibration import BANDS, DEALS, LINE, NONE, UNDEALT
from reports.line_page.forms import PERIODS
from reports.line_parts import PARTS

USUAL = "12m"
SCALES = dict(Scale.choices)
NAMES = {NONE: _("not scored"), **{key: key.replace("-", "–") for key in BANDS}}
FIGURES = {
    **{name: PARTS[part] for name, part in LINE.items()},
    UNDEALT: _("Accepted, no deal yet"),
    **dict(zip(DEALS, (_("Deals open"), _("Deals won"), _("Deals lost")), strict=True)),
}


class RowsForm(forms.Form):
    """Which figure of which band (of all where none is named), by which score, of which days."""

    view = forms.ChoiceField(choices=PERIODS.items(), required=False)
    scale = forms.ChoiceField(choices=Scale, required=False)
    band = forms.ChoiceField(choices=NAMES.items(), required=False)
    figure = forms.ChoiceField(choices=FIGURES.items(), required=False)

    def asked(self, name, usual):
        return self.cleaned_data[name] or usual
