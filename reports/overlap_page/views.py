from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from funnel.http import may
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from reports.overlap import APART, SINCE, Sends, shared_companies

VIEWS = {"companies": _("Two sellers, one company"), "sends": _("Two sends in a week")}


@may(Can.SEE_LEADS)
def index(request):
    view = chosen(request, VIEWS, "companies")
    shared, sends = shared_companies(request.user), Sends(request.user)
    context = {
        "page": paged(request, sends if view == "sends" else shared),
        "pills": pills(request, VIEWS, view, {"companies": len(shared), "sends": len(sends)}),
        "view": view,
        "apart": APART.days,
        "since": SINCE.days,
    }
    return render(request, "reports/overlap.html", context)
