"""Who may write what is known of leads."""

from funnel.permissions import Can


def may_edit(user):
    """Whoever captures leads or judges them corrects what they are about."""
    return user.has_perm(Can.CAPTURE_LEADS) or user.has_perm(Can.QUALIFY_LEADS)
