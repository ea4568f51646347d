from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from funnel.editing import edit_page
from funnel.http import form_page, may
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from leads.links import queries
from leads.links.actions.links import archive, bring_back, make, pause, resume
from leads.links.forms.links import LinkForm, ListForm, kept
from leads.links.models import Link
from leads.links.picture import HEIGHT, columns
from leads.links.qr import drawn_inline
from leads.links.shelf import entry_of, utm_of


@may(Can.SEE_CAMPAIGNS)
def index(request):
    return render(request, "leads/link_list.html", listed(request))


def listed(request):
    """What a page of the list shows, by the view and the filters that the address names."""
    view = chosen(request, queries.VIEWS, "live")
    filters = ListForm(request.GET, user=request.user)
    wanted = filters.cleaned_data if filters.is_valid() else {}
    words, campaign = wanted.get("q", ""), wanted.get("campaign")
    return {
        "page": paged(request, queries.links(request.user, view, words=words, campaign=campaign)),
        "pills": pills(request, queries.VIEWS, view),
        "filters": filters,
        "filtered": bool(words or campaign),
        "view": view,
    }


@may(Can.SEE_CAMPAIGNS)
def show(request, pk):
    link = found(request, pk)
    days = queries.days_of(link)
    bars, width, most = columns(days)
    context = {
        "link": link,
        "clicks": queries.clicks_of(link),
        "days": days,
        "picture": {"bars": bars, "width": width, "most": most, "height": HEIGHT},
        "utm": utm_of(link),
        "leads_to": entry_of(link).to(_("number of the click")),
        "targets": queries.past_targets(link),
        "latest": paged(request, link.clicks.select_related("by")),
        "qr": drawn_inline(link.address),
    }
    return render(request, "leads/link_detail.html", context)


@may(Can.RUN_CAMPAIGNS)
def create(request):
    begun = {"owner": request.user.pk, "campaign": request.GET.get("campaign")}
    form = LinkForm(request.POST or None, user=request.user, instance=Link(), initial=begun)

    def act(values):
        form.add_to_dictionary()
        values.pop("version", None)
        link = make(by=request.user, **values)
        messages.success(request, _("The link is there. Try it before you print it."))
        return link

    words = {"title": _("New link"), "verb": _("Make the link")}
    return form_page(request, form, act, **words, **_back())


@may(Can.RUN_CAMPAIGNS)
def edit(request, pk):
    link = found(request, pk)
    name, back = link.name, link.get_absolute_url()
    form = LinkForm(request.POST or None, user=request.user, instance=link)
    words = {"title": _("Edit %s") % name, "back": back, "back_label": name}
    return edit_page(request, form, keep=kept, **words)


@require_POST
@may(Can.RUN_CAMPAIGNS)
def pausing(request, pk):
    """Pause it, or let it lead on again (`back`)."""
    link = found(request, pk)
    if "back" in request.POST:
        resume(link)
        messages.success(request, _("It leads on again."))
    else:
        pause(link)
        messages.success(request, _("Paused. Who follows it reads so."))
    return redirect(link)


@require_POST
@may(Can.RUN_CAMPAIGNS)
def archiving(request, pk):
    """Put it away, or bring it back (`back`)."""
    link = found(request, pk)
    if "back" in request.POST:
        bring_back(link)
        messages.success(request, _("It is among the links again."))
    else:
        archive(link)
        messages.success(request, _("Archived. It leads nowhere; its clicks stay."))
    return redirect(link)


def found(request, pk):
    """A link this reader may see, else 404."""
    links = Link.objects.visible_to(request.user).select_related("campaign__channel", "owner")
    return get_object_or_404(links, pk=pk)


def _back():
    return {"back": reverse("leads:links"), "back_label": _("Links")}
