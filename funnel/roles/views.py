from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from funnel.http import may
from funnel.permissions import ROLES, Can
from funnel.roles.actions import scopes, set_scope
from funnel.roles.forms import ScopesForm
from funnel.roles.words import RIGHTS, ROLE_LABELS


@may(Can.MANAGE_PEOPLE)
def edit(request):
    """Which role may do what, to read; how far each role sees, to change."""
    form = ScopesForm(request.POST or None, initial=scopes())
    if form.is_valid():
        with transaction.atomic():
            for role, scope in form.cleaned_data.items():
                set_scope(role, scope)
        messages.success(request, _("Saved."))
        return redirect("funnel:roles")
    context = {"form": form, "roles": ROLE_LABELS.values(), "rights": _rights()}
    return render(request, "settings/roles.html", context, status=422 if form.errors else 200)


def _rights():
    """(words, [whether each role holds it]) per right."""
    return [(words, [can in role.can for role in ROLES.values()]) for can, words in RIGHTS.items()]
