from django.utils.translation import gettext as _

from funnel.notices.queries import unread


def bell(user):
    """What the bell in the page's head shows, and what it is called."""
    count = unread(user)
    label = _("Notices, %s unread") % count if count else _("Notices")
    return {"unread": count, "label": label}
