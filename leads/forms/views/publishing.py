from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from funnel.http import may
from funnel.permissions import Can
from leads.forms.actions.publishing import freeze, publish
from leads.forms.difference import difference, names_of
from leads.forms.kinds import KINDS
from leads.forms.problems import problems
from leads.forms.views.shell import found, shell


@may(Can.RUN_CAMPAIGNS)
def show(request, pk):
    """What would be published, beside what is; and every version there was."""
    form = found(request, pk)
    if request.method == "POST":
        version = publish(form, by=request.user)
        told = {"number": version.number}
        messages.success(request, _("Version %(number)s is what strangers see now.") % told)
        return redirect("leads:form_share", form.pk)
    context = shell(request, form, "")
    versions = list(form.versions.exclude(number=None).select_related("published_by"))
    last = versions[0].content if versions else None
    drafted = freeze(context["content"]) if context["drafted"] else context["content"]
    context |= {
        "versions": versions,
        "wrong": problems(drafted),
        "lines": difference(last, drafted) if context["drafted"] else [],
    }
    return render(request, "leads/form_publication.html", context)


@may(Can.SEE_CAMPAIGNS)
def version(request, pk, number):
    """One version as it was published, and what it changed."""
    form = found(request, pk)
    versions = {each.number: each for each in form.versions.exclude(number=None)}
    if number not in versions:
        raise Http404
    this, before = versions[number], versions.get(number - 1)
    names = names_of(this.content)
    rows = [
        (names[each["key"]], KINDS[each["kind"]].label, each) for each in this.content["fields"]
    ]
    context = shell(request, form, "") | {
        "version": this,
        "rows": rows,
        "lines": difference(before.content if before else None, this.content),
    }
    return render(request, "leads/form_version.html", context)
