"""The query string of the page on which a rule is tried."""

from leads.scoring.forms import NewForm


class TrialForm(NewForm):
    once = None
