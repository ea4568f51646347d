from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render

from funnel.models import User
from funnel.permissions import Can
from funnel.rail import open_to
from funnel.sections import SECTIONS

HOMES = {  # who works today is shown their work; who holds several roles, the first of these
    "salesperson": "deals:day",
    "marketer": "reports:week",
    "manager": "reports:funnel",
    "analyst": "reports:funnel",
    "admin": "funnel:settings",
}


def show(request):
    """Send everybody to the page they come for; tell who holds no role whom to ask."""
    for role, home in HOMES.items():
        if role in request.user.roles:
            return redirect(home)
    if request.user.has_perm(Can.MANAGE_PEOPLE):
        return redirect("funnel:settings")
    admins = User.objects.filter(groups__name="admin", is_active=True)
    return render(request, "home/no_role.html", {"admins": admins})


def settings(request):
    """The first page of the settings that is open to the reader."""
    _section, url = next(open_to(request.user, SECTIONS), (None, None))
    if url is None:
        raise PermissionDenied
    return redirect(url)
