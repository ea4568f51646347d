from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.colleagues.actions import activate, add, change, deactivate
from funnel.colleagues.forms import ColleagueForm, FindForm
from funnel.colleagues.invitation import invitation, send_invitation
from funnel.colleagues.queries import VIEWS, colleagues
from funnel.http import form_page, may
from funnel.listing import chosen, paged, pills
from funnel.models import User
from funnel.permissions import Can
from funnel.roles.words import ROLE_LABELS

INVITED = "invited"  # the session's key for an address that is shown once


@may(Can.MANAGE_PEOPLE)
def index(request):
    view, find = chosen(request, VIEWS, "active"), FindForm(request.GET)
    words = find.cleaned_data["q"] if find.is_valid() else ""
    context = {
        "page": paged(request, colleagues(view, words)),
        "pills": pills(request, VIEWS, view),
        "find": find,
        "words": words,
        "role_labels": ROLE_LABELS,
    }
    return render(request, "settings/colleagues.html", context)


@may(Can.MANAGE_PEOPLE)
def new(request):
    def act(values):
        user = add(**{"teams": [], **values})
        _invite(request, user)
        return user.get_absolute_url()

    form = ColleagueForm(request.POST or None)
    return form_page(request, form, act, "settings/colleague_new.html")


@may(Can.MANAGE_PEOPLE)
def edit(request, pk):
    user = get_object_or_404(User, pk=pk)
    now = {"name": user.name, "email": user.email, "roles": user.roles, "teams": user.teams.all()}

    def act(values):
        change(user, by=request.user, **{"teams": [], **values})
        messages.success(request, _("Saved."))
        return user.get_absolute_url()

    form = ColleagueForm(request.POST or None, initial=now, user=user)
    context = {"colleague": get_object_or_404(User, pk=pk), "address": _address(request, pk)}
    return form_page(request, form, act, "settings/colleague.html", **context)


@require_POST
@may(Can.MANAGE_PEOPLE)
def invite(request, pk):
    _invite(request, get_object_or_404(User, pk=pk, is_active=True, email__isnull=False))
    return redirect("funnel:colleague", pk)


@require_POST
@may(Can.MANAGE_PEOPLE)
def lock_out(request, pk):
    user = get_object_or_404(User, pk=pk)
    deactivate(user, by=request.user)
    messages.success(request, _("%s can no longer sign in.") % user)
    return redirect("funnel:colleague", pk)


@require_POST
@may(Can.MANAGE_PEOPLE)
def let_in(request, pk):
    user = get_object_or_404(User, pk=pk)
    activate(user)
    messages.success(request, _("%s can sign in again.") % user)
    return redirect("funnel:colleague", pk)


def _address(request, pk):
    """The address for colleague `pk` that was just made; shown this once."""
    made = request.session.get(INVITED) or {}
    if made.get("user") != pk:
        return ""
    del request.session[INVITED]
    return made["address"]


def _invite(request, user):
    address = invitation(user)
    request.session[INVITED] = {"user": user.pk, "address": address}
    if send_invitation(user, address, by=request.user):
        messages.success(request, _("Mailed to %s.") % user.email)
    else:
        messages.error(request, _("The mail was not sent. Hand the address on yourself."))
