from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from funnel.models import User

VIEWS = {
    "active": _("May sign in"),
    "inactive": _("Locked out"),
    "all": _("All"),
}


def colleagues(view, words=""):
    """The colleagues of one view, with roles and teams; `words` is part of a name or e-mail."""
    found = User.objects.prefetch_related("groups", "teams").order_by("name", "pk")
    if view != "all":
        found = found.filter(is_active=view == "active")
    if words:
        found = found.filter(Q(name__icontains=words) | Q(email__icontains=words))
    return found
