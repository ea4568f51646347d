from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from funnel.changes.queries import entries_about
from funnel.http import form_page, may
from funnel.listing import paged
from funnel.permissions import Can
from leads.campaigns.models import Channel
from leads.channels.actions import add, change
from leads.channels.forms import ChannelForm

PAGE = "settings/channel.html"


@may(Can.CHANGE_SETTINGS)
def index(request):
    channels = Channel.objects.annotate(campaign_count=Count("campaigns")).order_by("name", "pk")
    context = {"page": paged(request, channels), "changes": entries_about(Channel)}
    return render(request, "settings/channels.html", context)


@may(Can.CHANGE_SETTINGS)
def new(request):
    def act(values):
        add(**values)
        messages.success(request, _("Added."))
        return "leads:channels"

    form = ChannelForm(request.POST or None)
    words = {"title": _("A new channel"), "verb": _("Add the channel")}
    return form_page(request, form, act, PAGE, **words)


@may(Can.CHANGE_SETTINGS)
def edit(request, pk):
    channel = get_object_or_404(Channel, pk=pk)
    now = {"name": channel.name, "trackable": channel.trackable}

    def act(values):
        change(channel, **values)
        messages.success(request, _("Saved."))
        return "leads:channels"

    form = ChannelForm(request.POST or None, initial=now)
    words = {"title": now["name"], "verb": _("Save"), "channel": channel}
    return form_page(request, form, act, PAGE, **words)
