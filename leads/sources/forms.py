from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.editing import EditForm
from funnel.models import User
from funnel.once import OnceField
from funnel.permissions import Can
from leads.campaigns.models import Campaign
from leads.sources.models import Source

MOST = 60_000  # a minute: more than one server takes


class SourceForm(EditForm):
    once = OnceField()
    per_minute = forms.IntegerField(
        label=_("At most a minute"),
        min_value=1,
        max_value=MOST,
        initial=600,
        help_text=_("What comes beyond that is asked to wait and to send again."),
    )

    class Meta:
        model = Source
        fields = ["name", "campaign", "owner", "per_minute"]
        help_texts = {"name": _("The program that sends: the shop, the chat, the fair's app.")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        seen = Campaign.objects.visible_to(user)
        running = seen.filter(archived_at=None) | seen.filter(pk=self.instance.campaign_id)
        self.fields["campaign"].queryset = running
        self.fields["campaign"].empty_label = _("Choose one")
        self.fields["owner"].queryset = _owners(self.instance.owner_id)
        if self.instance.pk:
            del self.fields["once"]


def _owners(present):
    able = User.objects.filter(
        is_active=True, groups__permissions__codename=Can.CAPTURE_LEADS.codename
    ).values("pk")
    return User.objects.filter(pk__in=able) | User.objects.filter(pk=present)
