from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from funnel.changes.queries import entries_about
from funnel.http import form_page, may
from funnel.models import Organisation
from funnel.money import rounded
from funnel.months import months_of
from funnel.permissions import Can, Scope
from leads.campaigns.views import found
from leads.spending.actions import set_budget
from leads.spending.forms import MonthsForm
from leads.spending.heads import starving, year_by_heads
from leads.spending.models import BudgetLine, Head
from leads.spending.pace import planned_months

YEARS = range(2000, 2101)
CHANGES_SHOWN = 30


@may(Can.SEE_CAMPAIGNS)
def index(request):
    """The company's money by its three heads, month by month, against what was meant."""
    _check_sees_all(request.user)
    today = localdate()
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else today.year
    year = year if year in YEARS else today.year
    rows, whole = year_by_heads(year, today)
    context = {
        "rows": rows,
        "whole": whole,
        "heads": list(Head),
        "year": year,
        "this_month": today.replace(day=1),
        "starving": starving(today),
        "edits": entries_about(BudgetLine)[:CHANGES_SHOWN],
        "currency": Organisation.current().currency,
    }
    return render(request, "leads/budget.html", context)


@may(Can.PLAN_BUDGET)
def edit(request, year, head):
    _check_sees_all(request.user)
    if year not in YEARS or head not in Head.values:
        raise Http404
    head = Head(head)
    back = f"{reverse('leads:budget')}?{urlencode({'year': year})}"
    title = _("%(head)s in %(year)s") % {"head": head.label, "year": year}
    return _months(request, months_of(year), title, back, _("The budget"), head=head)


@may(Can.RUN_CAMPAIGNS)
def of_campaign(request, pk):
    campaign = found(request, pk)
    months = planned_months(campaign, localdate())
    title, back = _("Budget of %s") % campaign, f"{campaign.get_absolute_url()}#budget"
    return _months(request, months, title, back, campaign, campaign=campaign)


def _months(request, months, title, back, back_label, **whose):
    lines = BudgetLine.objects.filter(**{"head": Head.DEMAND, "campaign": None} | whose)
    currency = Organisation.current().currency
    amounts = {line.month: rounded(line.base_amount, currency) for line in lines}
    form = MonthsForm(request.POST or None, months=months, amounts=amounts)

    def act(_values):
        changed = set_budget(form.amounts(), **whose)
        messages.success(request, _("Kept.") if changed else _("Nothing was changed."))
        return back

    sentence = _("In %s. Empty says nothing of that month.") % currency
    words = {"title": title, "sentence": sentence, "back": back, "back_label": back_label}
    return form_page(request, form, act, "leads/budget_form.html", **words)


def _check_sees_all(user):
    """The company's budget is not for who sees only their own campaigns."""
    if user.scope != Scope.ALL:
        raise Http404
