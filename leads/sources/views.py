from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.editing import edit_page
from funnel.http import form_page, may
from funnel.listing import paged
from funnel.permissions import Can
from leads.sources.actions import close, open_source, renew, reopen
from leads.sources.example import FIELDS, request_to
from leads.sources.forms import SourceForm
from leads.sources.models import Source

TOLD = "source_key"  # in the session, until the page that tells it was shown


@may(Can.SEE_CAMPAIGNS)
def index(request):
    page = paged(request, Source.objects.visible_to(request.user).with_figures())
    return render(request, "leads/source_list.html", {"page": page})


@may(Can.SEE_CAMPAIGNS)
def show(request, pk):
    source = found(request, pk)
    told, endpoint = request.session.get(TOLD, {}), settings.BASE_URL + reverse("leads:captures")
    key = request.session.pop(TOLD)["key"] if told.get("of") == source.pk else ""
    context = {
        "source": source,
        "key": key,
        "page": paged(request, source.submissions.select_related("lead__person")),
        "mailbox": getattr(source, "mailbox", None),
        "endpoint": endpoint,
        "example": request_to(endpoint, key or f"{source.key_begins}…"),
        "fields": ", ".join(FIELDS),
    }
    return render(request, "leads/source_detail.html", context)


@may(Can.RUN_CAMPAIGNS)
def create(request):
    begun = {"owner": request.user.pk, "campaign": request.GET.get("campaign")}
    form = SourceForm(request.POST or None, user=request.user, instance=Source(), initial=begun)

    def act(values):
        values.pop("version", None)
        source, key = open_source(by=request.user, **values)
        _tell(request, source, key)
        return source

    words = {"title": _("New source"), "verb": _("Make its key")}
    back = {"back": reverse("leads:sources"), "back_label": _("Sources")}
    return form_page(request, form, act, **words, **back)


@may(Can.RUN_CAMPAIGNS)
def edit(request, pk):
    source = found(request, pk)
    name, back = source.name, source.get_absolute_url()
    form = SourceForm(request.POST or None, user=request.user, instance=source)
    return edit_page(request, form, title=_("Edit %s") % name, back=back, back_label=name)


@may(Can.RUN_CAMPAIGNS)
def renewing(request, pk):
    """Ask, then make another key: programs with the one before are shut out."""
    source = found(request, pk)
    if request.method == "POST":
        _tell(request, *renew(source))
        return redirect(source)
    context = {
        "question": _("Another key for %s?") % source,
        "effect": _("The key it has opens nothing from then on, and cannot be brought back."),
        "verb": _("Make another key"),
        "back": source.get_absolute_url(),
        "kind": "danger",
    }
    return render(request, "components/_confirm_page.html", context)


@require_POST
@may(Can.RUN_CAMPAIGNS)
def closing(request, pk):
    source = close(found(request, pk))
    messages.success(request, _("Closed: nothing more is taken from it. What it sent stays."))
    return redirect(source)


@require_POST
@may(Can.RUN_CAMPAIGNS)
def opening(request, pk):
    source = reopen(found(request, pk))
    messages.success(request, _("Open again, with the key it had."))
    return redirect(source)


def found(request, pk):
    """A source this reader may see, else 404."""
    rows = Source.objects.visible_to(request.user).select_related("campaign", "owner", "mailbox")
    return get_object_or_404(rows, pk=pk)


def _tell(request, source, key):
    request.session[TOLD] = {"of": source.pk, "key": key.text}
