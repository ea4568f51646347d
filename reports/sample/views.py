from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from funnel.http import may
from funnel.models import Organisation
from funnel.permissions import Can
from funnel.templatetags.funnel import number
from reports.sample.actions import remove_sample
from reports.sample.queries import removals, sample_counts


@may(Can.CHANGE_SETTINGS)
def show(request):
    """What there is of the sample, and the way to remove it."""
    context = {
        "counts": sample_counts(),
        "until": Organisation.current().sample_until,
        "removals": removals(),
    }
    return render(request, "settings/sample.html", context)


@may(Can.CHANGE_SETTINGS)
def removal(request):
    if request.method == "POST":
        rows = sum(remove_sample(by=request.user).values())
        messages.success(request, _("The sample is gone: %s rows.") % number(rows))
        return redirect("reports:sample")
    context = {
        "question": _("Remove the sample?"),
        "effect": _(
            "Everything marked as sample goes, and all that was done on it. It cannot come back."
        ),
        "verb": _("Remove the sample"),
        "kind": "danger",
        "back": reverse("reports:sample"),
    }
    return render(request, "components/_confirm_page.html", context)
