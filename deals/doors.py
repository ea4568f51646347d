"""What every page of sales shares: whose record it is, and the way back."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from deals.models import Deal
from funnel.permissions import Can
from leads.models import Lead

DEAL_PARTS = ("person__company", "company", "owner", "team", "lead")


def seen_deal(request, pk):
    """A deal this reader may see, else 404."""
    return get_object_or_404(
        Deal.objects.visible_to(request.user).select_related(*DEAL_PARTS), pk=pk
    )


def worked_deal(request, pk):
    """A deal this reader may change: 404 unless they see it, 403 unless it is theirs."""
    deal = seen_deal(request, pk)
    if not deal.worked_by(request.user):
        raise PermissionDenied
    return deal


def worked_lead(request, pk):
    """A lead this reader works on as a seller: 404 unless they see it, 403 unless it is theirs."""
    lead = get_object_or_404(
        Lead.objects.visible_to(request.user).select_related("person__company", "seller"), pk=pk
    )
    if not sells(request.user, lead):
        raise PermissionDenied
    return lead


def sells(user, lead):
    """Whether `user` may log, plan and open deals on this lead: its seller, or a manager."""
    return user.has_perm(Can.WORK_DEALS) and (
        lead.seller_id == user.pk or user.has_perm(Can.CHANGE_OWNERS)
    )
