"""What every view shares: who may, and one answer for htmx and for everyone else."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render


def may(*permissions):
    """Let the view through for holders of every permission in `permissions`; 403 for others."""

    def guard(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.has_perms(permissions):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return guard


def fragment(request, template, context, *, page):
    """The fragment for htmx; for everyone else, a redirect to the page that holds it."""
    return render(request, template, context) if request.htmx else redirect(page)
