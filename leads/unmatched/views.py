from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from funnel.http import form_page, may, said
from funnel.listing import chosen, paged, pills
from funnel.models import Organisation
from funnel.permissions import Can
from leads.campaigns.models import Campaign
from leads.links.actions.naming import ignore, name, take_back
from leads.links.models import CampaignAlias
from leads.unmatched.forms import KeyForm, NamingForm
from leads.unmatched.queries import VIEWS, Unmatched
from leads.unmatched.quiet import QUIET, quiet_campaigns


@may(Can.SEE_CAMPAIGNS)
def index(request):
    view = chosen(request, VIEWS, "open")
    rows = Unmatched(request.user) if view == "open" else _decided(request.user, view)
    context = {
        "page": paged(request, rows),
        "pills": pills(request, VIEWS, view),
        "view": view,
        "quiet": quiet_campaigns(request.user) if view == "open" else [],
        "quiet_days": QUIET.days,
        "currency": Organisation.current().currency,
    }
    return render(request, "leads/unmatched.html", context)


@may(Can.RUN_CAMPAIGNS)
def naming(request):
    """These words belong to a campaign: from now on, and what came before is read so, too."""
    words = _found(request)
    form = NamingForm(request.POST or None, user=request.user)

    def act(values):
        name(words.key, by=request.user, **values)
        messages.success(request, _("What comes by these words belongs to it now."))
        return "leads:unmatched"

    sentence = ngettext(
        "%(n)d touch of the past came by it and will be read as that campaign's; nothing that was "
        "written is changed.",
        "%(n)d touches of the past came by it and will be read as that campaign's; nothing that "
        "was written is changed.",
        words.times,
    )
    back = {"back": reverse("leads:unmatched"), "back_label": _("Unmatched")}
    title = {"title": words.name, "sentence": sentence % {"n": words.times}, "verb": _("Name it")}
    return form_page(request, form, act, **title, **back)


@require_POST
@may(Can.RUN_CAMPAIGNS)
def ignoring(request):
    alias = ignore(_found(request).key, by=request.user)
    undo = reverse("leads:unmatched_undoing", args=[alias.pk])
    said(request, _("Ignored. It is asked about no more."), undo=undo)
    return redirect("leads:unmatched")


@require_POST
@may(Can.RUN_CAMPAIGNS)
def undoing(request, pk):
    """As if it had not been decided: named or ignored."""
    take_back(get_object_or_404(_aliases(request.user), pk=pk))
    messages.success(request, _("It is among the unmatched again."))
    return redirect("leads:unmatched")


def _found(request):
    """The words that the query string names, if they are still unmatched and may be seen."""
    asked = KeyForm(request.GET)
    words = Unmatched(request.user, asked.key).first() if asked.is_valid() else None
    if words is None:
        raise Http404
    return words


def _decided(user, view):
    rows = _aliases(user).select_related("campaign", "by").order_by("-at", "-pk")
    return rows.filter(campaign=None) if view == "ignored" else rows.exclude(campaign=None)


def _aliases(user):
    """What somebody decided, on campaigns that this reader sees; what is ignored, to all."""
    mine = CampaignAlias.objects.filter(campaign__in=Campaign.objects.visible_to(user))
    return mine | CampaignAlias.objects.filter(campaign=None)
