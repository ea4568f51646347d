from django.shortcuts import render

from funnel.changes.queries import entries
from funnel.http import may
from funnel.listing import paged
from funnel.permissions import Can


@may(Can.CHANGE_SETTINGS)
def index(request):
    return render(request, "settings/changes.html", {"page": paged(request, entries())})
