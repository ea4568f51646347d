"""How a change of the routing is told."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.changes.registry import Setting
from leads.campaigns.models import Campaign, Channel
from leads.products.models import Product
from leads.routing.conditions import CONDITIONS
from leads.routing.models import ClaimRule, RoutingRule, Seat


def _conditions():
    """What a rule asks, part by part; the names are looked up once."""
    named = {
        "campaign": dict(Campaign.objects.values_list("pk", "name")),
        "channel": dict(Channel.objects.values_list("key", "name")),
        "product": {each.pk: str(each) for each in Product.objects.all()},
    }

    def told(conditions):
        found = {
            each["kind"]: CONDITIONS[each["kind"]].told(each["values"], named.get(each["kind"]))
            for each in conditions
        }
        return found or {"": _("every lead")}

    return told


CHANGES = [
    Setting(
        RoutingRule,
        labels={
            "to_user_id": gettext_lazy("To"),
            "to_team_id": gettext_lazy("To the team"),
            "strategy": gettext_lazy("How it finds its person"),
            "fallback_team_id": gettext_lazy("Queue where nobody is free"),
        },
        told={"conditions": _conditions},
    ),
    Setting(Seat, called=lambda seat, names: names("user", seat.user_id)),
    Setting(ClaimRule),
]
