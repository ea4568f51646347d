"""Funnel's addresses and an empty view beside them. Strangers are counted, but as all come from
one address here, they are not stopped."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import include, path

from funnel.middleware import timeless
from leads.links import door, hints

hints.SOFT = door.HARD = 10**9


@timeless
@login_not_required
def empty(request):
    return HttpResponse()


urlpatterns = [path("empty/", empty), path("", include("funnel.urls"))]
