from types import SimpleNamespace

from django.core.exceptions import PermissionDenied
from django.shortcuts import render


def show(request):
    """Every part of the look on one page, for whoever changes it."""
    if not request.user.is_staff:
        raise PermissionDenied
    return render(request, "specimen.html", {"parts": SimpleNamespace()})
