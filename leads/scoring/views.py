from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from funnel.http import form_page, may
from funnel.permissions import Can
from leads.scoring import actions
from leads.scoring.forms import ChangeForm, NewForm
from leads.scoring.models import Scale, ScoreRule

PAGE = "settings/scoring/rule.html"


@may(Can.SEE_LEADS)
def index(request):
    """The rules, fit before engagement; whoever sees a score may read what it is made of."""
    rules = list(ScoreRule.objects.all())
    scales = [(scale.label, [rule for rule in rules if rule.scale == scale]) for scale in Scale]
    context = {"rules": rules, "scales": scales}
    return render(request, "settings/scoring/index.html", context)


@may(Can.SIGN_FOR_MARKETING)
def new(request):
    """A rule; the address may say one that was tried, for which it is filled in."""
    form = NewForm(request.POST or None, initial=request.GET.dict())

    def act(values):
        actions.add(**values)
        messages.success(request, _("Added. It counts from now on."))
        return "leads:scoring"

    return form_page(request, form, act, PAGE, title=_("A new rule"), verb=_("Add the rule"))


@may(Can.SIGN_FOR_MARKETING)
def edit(request, pk):
    rule = get_object_or_404(ScoreRule, pk=pk)
    now = {"points": rule.points, "days": rule.days, "active": rule.active}
    form = ChangeForm(request.POST or None, initial=now | request.GET.dict())

    def act(values):
        actions.change(rule, **values)
        messages.success(request, _("Saved."))
        return "leads:scoring"

    return form_page(request, form, act, PAGE, title=str(rule), verb=_("Save"), rule=rule)
