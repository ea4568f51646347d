"""How far a campaign is, and what may follow."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from funnel.machine import Machine


class CampaignStage(TextChoices):
    IDEA = "idea", _("Idea")
    PLANNED = "planned", _("Planned")
    LIVE = "live", _("Live")
    PAUSED = "paused", _("Paused")
    DONE = "done", _("Done")
    CANCELLED = "cancelled", _("Cancelled")


IDEA, PLANNED, LIVE, PAUSED, DONE, CANCELLED = CampaignStage

BEGINNINGS = (IDEA, PLANNED, LIVE)
ENDED = (DONE, CANCELLED)
WITH_WORDS = (PAUSED, CANCELLED)  # these say why

CAMPAIGN_MACHINE = Machine(
    stages=CampaignStage,
    moves={
        "": {IDEA, PLANNED, LIVE},
        IDEA: {PLANNED, LIVE, CANCELLED},
        PLANNED: {LIVE, IDEA, CANCELLED},
        LIVE: {PAUSED, DONE, CANCELLED},
        PAUSED: {LIVE, DONE, CANCELLED},
        DONE: {LIVE},  # it runs again, or was ended by mistake
        CANCELLED: {IDEA},
    },
)
