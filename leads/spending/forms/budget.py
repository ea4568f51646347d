from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.months import month_name


class MonthsForm(forms.Form):
    """An amount for each of a row of months; empty says nothing of that month."""

    def __init__(self, *args, months, amounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.months = {f"{month:%Y-%m}": month for month in months}
        for name, month in self.months.items():
            self.fields[name] = forms.DecimalField(
                label=month_name(month),
                max_digits=14,
                decimal_places=3,
                min_value=0,
                required=False,
                initial=amounts.get(month),
                error_messages={"min_value": _("A budget is 0 or more.")},
            )

    def amounts(self):
        """{month: amount or None}"""
        return {month: self.cleaned_data[name] for name, month in self.months.items()}
