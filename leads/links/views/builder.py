from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funnel.http import form_page, may
from funnel.once import OnceField
from funnel.permissions import Can
from leads.links.actions.links import make_many
from leads.links.forms.builder import BuilderForm

PAGE, RESULT = "leads/link_builder.html", "leads/link_builder/_result.html"


class MakingForm(BuilderForm):
    once = OnceField()


@may(Can.RUN_CAMPAIGNS)
def show(request):
    """What is typed stands in the address, so that the result is a page; POST makes the links."""
    if request.method == "POST":
        return _make(request)
    asked = "target" in request.GET
    begun = {"campaign": request.GET.get("campaign", "")}
    form = BuilderForm(request.GET if asked else None, user=request.user, initial=begun)
    lines = form.lines() if asked and form.is_valid() else []
    wrong = any(line.problem for line in lines)
    making = MakingForm(user=request.user)
    context = {"form": form, "lines": lines, "wrong": wrong, "once": making["once"]}
    return render(request, RESULT if request.htmx else PAGE, context)


def _make(request):
    form = MakingForm(request.POST, user=request.user)

    def act(values):
        made = make_many(values.pop("places"), by=request.user, **values)
        words = ngettext("%d link is there.", "%d links are there.", len(made)) % len(made)
        messages.success(request, words)
        return f"{reverse('leads:links')}?campaign={values['campaign'].pk}"

    return form_page(request, form, act, PAGE, title=_("Link builder"))
