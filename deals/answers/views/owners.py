"""Whose a lead is: changed by whoever changes owners."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deals.answers.owners import OwnersForm, keep
from funnel.editing import edit_page
from funnel.http import may
from funnel.permissions import Can
from leads.models import Lead

EFFECT = gettext_lazy(
    "The funnel’s groups stay: they go by whom the lead was first offered to. Deals that are open"
    " on it keep their own owner."
)


@may(Can.CHANGE_OWNERS)
def edit(request, pk):
    lead = get_object_or_404(Lead.objects.visible_to(request.user).select_related("person"), pk=pk)
    form = OwnersForm(request.POST or None, instance=lead)
    context = {"title": _("Whose is the lead of %s?") % lead, "sentence": EFFECT}
    back = {"back": lead.get_absolute_url(), "back_label": str(lead)}
    return edit_page(request, form, keep=keep, **context, **back)
