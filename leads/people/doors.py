"""Who may write what is known of people."""

from funnel.permissions import Can


def may_edit(user):
    """Whoever captures people or sells to them corrects who they are."""
    return user.has_perm(Can.CAPTURE_LEADS) or user.has_perm(Can.WORK_DEALS)
