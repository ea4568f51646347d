from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.http import form_page, may
from funnel.permissions import Can
from leads.lead.models import Lead
from leads.routing import actions, queries
from leads.routing.forms import RuleForm, now_of
from leads.routing.models import ClaimRule, RoutingRule
from leads.routing.telling import because, told

PAGE = "settings/routing/rule.html"


@may(Can.RUN_THE_LINE)
def index(request):
    context = {
        "rules": queries.rules(),
        "loads": queries.loads(),
        "claims": ClaimRule.current(),
    }
    return render(request, "settings/routing/index.html", context)


@may(Can.RUN_THE_LINE)
def new(request):
    form = RuleForm(request.POST or None)

    def act(_values):
        actions.add(**form.said)
        messages.success(request, _("Added behind the others."))
        return "leads:routing"

    return form_page(request, form, act, PAGE, title=_("A new rule"), verb=_("Add the rule"))


@may(Can.RUN_THE_LINE)
def edit(request, pk):
    rule = get_object_or_404(RoutingRule, pk=pk)
    form = RuleForm(request.POST or None, initial=now_of(rule))

    def act(_values):
        actions.change(rule, **form.said)
        messages.success(request, _("Saved."))
        return "leads:routing"

    return form_page(request, form, act, PAGE, title=rule.name, verb=_("Save"), rule=rule)


@require_POST
@may(Can.RUN_THE_LINE)
def up(request, pk):
    actions.move_up(get_object_or_404(RoutingRule, pk=pk))
    return redirect("leads:routing")


@require_POST
@may(Can.RUN_THE_LINE)
def down(request, pk):
    actions.move_down(get_object_or_404(RoutingRule, pk=pk))
    return redirect("leads:routing")


@may(Can.RUN_THE_LINE)
def removal(request, pk):
    rule = get_object_or_404(RoutingRule, pk=pk)
    if request.method == "POST":
        actions.remove(rule)
        messages.success(request, _("Removed. What it decided keeps its trace."))
        return redirect("leads:routing")
    words = {
        "question": _("Remove the rule %s?") % rule,
        "effect": _("Leads that it would have taken go by the rules behind it."),
        "verb": _("Remove the rule"),
        "kind": "danger",
        "back": reverse("leads:routing"),
    }
    return render(request, "components/_confirm_page.html", words)


@may(Can.RUN_THE_LINE, Can.SEE_LEADS)
def trial(request):
    """A dry run: who would get this lead, and why."""
    words = request.GET.get("q", "").strip()[:200]
    context = {"words": words, "found": queries.to_try(request.user, words)}
    key = request.GET.get("lead", "")
    if key.isdecimal():
        seen = Lead.objects.visible_to(request.user)
        lead = get_object_or_404(seen.select_related("person__company", "channel"), pk=key)
        decision = queries.route(lead)
        why = because(decision.trace) if decision else ""
        context |= {"lead": lead, "decision": decision, "why": why, "told": told(decision.trace)}
    return render(request, "settings/routing/trial.html", context)
