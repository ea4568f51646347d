"""Funnel's addresses and two bare views beside them. Strangers are counted, but as all come from
one address here, they are not stopped."""

from uuid import uuid4

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from funnel.middleware import timeless
from funnel.models import Once
from leads.capture import limits
from leads.links import door, hints

hints.SOFT = door.HARD = 10**9
limits.FORM_SOFT = limits.FORM_HARD = limits.ADDRESS_SOFT = limits.ADDRESS_HARD = 10**9


@timeless
@login_not_required
def empty(request):
    return HttpResponse()


@timeless
@login_not_required
@csrf_exempt
def insert(request):
    """One row by the ORM, as plain as a row can be."""
    Once.objects.create(key=uuid4())
    return HttpResponse(status=202)


urlpatterns = [path("empty/", empty), path("insert/", insert), path("", include("funnel.urls"))]
