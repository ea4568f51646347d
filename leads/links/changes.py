"""How a change of the UTM dictionary is told."""

from django.utils.translation import gettext_lazy as _

from funnel.changes.registry import Part, Setting
from leads.links.models import UtmAlias, UtmValue

CHANGES = [
    Setting(UtmValue, labels={"channel_id": _("Channel"), "counts_as": _("A click counts as")}),
    Part(UtmAlias, "means", _("Also spelled")),
]
