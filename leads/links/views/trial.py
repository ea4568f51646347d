"""Somebody of ours tries a link: it leads on as for everybody, and the click is marked."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from funnel.http import may
from funnel.permissions import Can
from leads.links.hints import hint_of, keep
from leads.links.shelf import entry_of
from leads.links.views.links import found
from leads.links.views.redirect import onward


@require_safe  # a form may lead nowhere but here: our own policy says so
@may(Can.RUN_CAMPAIGNS)
def show(request, pk):
    link = found(request, pk)
    entry = entry_of(link)
    hint = hint_of(request, by=request.user)
    keep(hint, entry)
    if entry.is_live:
        return onward(entry, hint)
    messages.warning(request, _("It leads nowhere now. The click is noted as a trial."))
    return redirect(link)
