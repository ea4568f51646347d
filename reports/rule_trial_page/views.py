from django.shortcuts import render

from funnel.http import may, refusals_on
from funnel.models import Organisation
from funnel.permissions import Can
from leads.scoring.actions import drafted
from leads.scoring.models import ScoreRule
from reports.line_page.forms import lately
from reports.rule_trial import trial
from reports.rule_trial_page.forms import TrialForm

VIEW = "90d"


@may(Can.SIGN_FOR_MARKETING, Can.SEE_REPORTS)
def index(request):
    """A rule tried on what was offered in the last 90 days; nothing is written."""
    form = TrialForm(request.GET or None)
    period = lately(VIEW, Organisation.current().time_zone)
    context = {"form": form, "period": period, "tried": _tried(form, period)}
    if tried := context["tried"]:
        context["there"] = ScoreRule.objects.filter(asks=tried.rule.asks).first()
    status = 422 if form.errors else 200
    return render(request, "reports/rule_trial.html", context, status=status)


def _tried(form, period):
    if form.is_bound and form.is_valid():
        with refusals_on(form):
            return trial(drafted(**form.cleaned_data), period)
    return None
