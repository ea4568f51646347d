from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.editing import EditForm
from funnel.once import OnceField
from leads.campaigns.models import Campaign
from leads.mailboxes.models import Mailbox

ACCOUNT = ["host", "port", "security", "user", "password_env", "folder"]


class MailboxForm(EditForm):
    """How the mailbox is reached; a new one also has a name and a campaign."""

    once = OnceField()
    name = forms.CharField(label=_("Name"), max_length=120)
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(), label=_("Campaign"), empty_label=_("Choose one")
    )
    port = forms.IntegerField(label=_("Port"), min_value=1, max_value=65535, initial=993)

    field_order = ["name", "campaign", *ACCOUNT]

    class Meta:
        model = Mailbox
        fields = ACCOUNT

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        campaigns = Campaign.objects.visible_to(user).filter(archived_at=None)
        self.fields["campaign"].queryset = campaigns
        if self.instance.pk:
            del self.fields["once"], self.fields["name"], self.fields["campaign"]
