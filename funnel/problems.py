"""Pages that say no. Whoever is signed in keeps the rail and the strip around them."""

import logging

from django.shortcuts import render

log = logging.getLogger(__name__)


def problem(request, status, **context):
    """The page of that `status`. It never fails for its frame: then it comes without one."""
    user = getattr(request, "user", None)
    if user and user.is_authenticated:
        try:
            framed = {"frame": "base.html"} | context
            return render(request, f"{status}.html", framed, status=status)
        except Exception:  # whatever is broken around it, the answer has to come
            log.exception("The frame of a page for %s could not be drawn.", status)
    return render(request, f"{status}.html", context, status=status)


def forbidden(request, exception):
    return problem(request, 403)


def missing(request, exception):
    return problem(request, 404)
