from zoneinfo import ZoneInfo

from django.shortcuts import render
from django.utils import timezone
from django_htmx.http import reswap, retarget

from funnel.models import Organisation
from funnel.problems import problem
from funnel.refusal import Refusal


def timeless(view):
    """Decorator of a view that shows no time: nobody is looked up for their zone."""
    view.timeless = True
    return view


class TimeZoneMiddleware:
    """Show every time in the reader's zone: their own, else the organisation's."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with timezone.override(None):
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not getattr(view, "timeless", False):
            own = getattr(request.user, "time_zone", "")
            timezone.activate(ZoneInfo(own or Organisation.current().time_zone))


class QueryMiddleware:
    """Take characters that PostgreSQL keeps in no text out of every query string."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "%00" in request.META["QUERY_STRING"]:
            query = request.GET.copy()
            for key, values in request.GET.lists():
                query.setlist(key, [value.replace("\x00", "") for value in values])
            query._mutable = False
            request.GET = query
        return self.get_response(request)


class RefusalMiddleware:
    """Tell a Refusal that no form caught: a notice for htmx, a page for everyone else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, Refusal):
            return None
        context = {"message": exception.message, "kind": "danger", "refusal": exception}
        context |= {"url": exception.url, "action": exception.action}
        if not request.htmx:
            return problem(request, exception.status, **context)
        response = render(request, "components/_notice.html", context, status=exception.status)
        return reswap(retarget(response, "#notices"), "innerHTML")
