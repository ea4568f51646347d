from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import etag, require_POST, require_safe

from funnel.listing import paged
from funnel.models import Notice
from funnel.notices import queries
from funnel.notices.actions import read, read_all
from funnel.notices.bell import bell


@require_safe
def index(request):
    """Everything the reader was told, the unread first."""
    context = {
        "page": paged(request, queries.centre(request.user)),
        "newest": queries.newest(request.user),
    }
    return render(request, "notices/centre.html", context)


@require_POST
def opening(request, pk):
    """Read it and go where it leads."""
    notice = _own(request, pk)
    read(notice)
    return redirect(notice.path or "funnel:notices")


@require_POST
def reading(request, pk):
    read(_own(request, pk))
    return redirect("funnel:notices")


@require_POST
def reading_all(request):
    """Read all the reader has seen on the page: what came meanwhile stays unread."""
    until = request.POST.get("until", "")
    count = read_all(request.user, until=int(until)) if until.isdecimal() else 0
    if count:
        messages.success(request, ngettext("%s is read.", "%s are read.", count) % count)
    return redirect("funnel:notices")


def _state(request):
    """Changes with every notice that comes or is read."""
    user = request.user
    return f'"{user.pk}-{queries.newest(user)}-{queries.unread(user)}-{_since(request)}"'


@cache_control(private=True, no_cache=True)
@etag(_state)
@require_safe
def latest(request):
    """For the page's script: how many are unread, and those after `?since=`, the key of one."""
    after, user = _since(request), request.user
    told = bell(user) | {
        "last": queries.newest(user),
        "notices": [] if after is None else [_told(each) for each in queries.since(user, after)],
    }
    return JsonResponse(told, headers={"Content-Disposition": "attachment"})  # not to be looked at


def _own(request, pk):
    return get_object_or_404(Notice.objects.visible_to(request.user), pk=pk)


def _since(request):
    typed = request.GET.get("since", "")
    return int(typed) if typed.isdecimal() and len(typed) < 19 else None


def _told(notice):
    return {
        "id": notice.pk,
        "title": notice.title,
        "words": notice.words,
        "opening": reverse("funnel:notice_opening", args=[notice.pk]),
    }
