"""Whose a lead is, on both sides, as one form."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from deals.answers.actions import hand_lead_over
from funnel.editing import EditForm
from funnel.models import User
from funnel.permissions import Can
from leads.handoff.audience import holding
from leads.lead.actions import hand_over
from leads.models import Lead
from leads.stages import LeadStage


class OwnersForm(EditForm):
    class Meta:
        model = Lead
        fields = ["owner", "seller"]
        labels = {"owner": _("Owner, in marketing"), "seller": _("Seller")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        lead = self.instance
        self.fields["owner"].queryset = _able(Can.CAPTURE_LEADS, lead.owner_id)
        self.fields["owner"].required = lead.owner_id is not None
        if lead.stage == LeadStage.ACCEPTED:
            self.fields["seller"].queryset = _able(Can.ANSWER_OFFERS, lead.seller_id)
        else:
            del self.fields["seller"]


@transaction.atomic
def keep(form):
    """Give the lead to whom a valid OwnersForm says; False where there are conflicts."""
    lead = Lead.objects.locked(form.instance)
    values = form.merged(lead)
    if values["owner"] != lead.owner:
        hand_over(lead, to=values["owner"])
    if "seller" in values and values["seller"] != lead.seller:
        hand_lead_over(lead, to=values["seller"])
    return not form.conflicts


def _able(can, present):
    """Active people who may do it, and whoever has the lead now."""
    return holding(can) | User.objects.filter(pk=present).distinct()
