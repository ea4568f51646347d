"""Live campaigns that cost and that nobody comes by."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import Exists, Max, OuterRef, Q, Sum
from django.utils.timezone import localdate, now

from leads.campaigns.models import Campaign
from leads.campaigns.stages import LIVE
from leads.links.models import CampaignAlias, Click, ClickKind
from leads.touches.models import Touchpoint

QUIET = timedelta(days=14)
QUIET_SHOWN = 50


@dataclass(frozen=True)
class Quiet:
    """A live campaign that costs and that nobody has come by for a while."""

    campaign: Campaign
    spent: Decimal
    last_at: datetime | None


def quiet_campaigns(user):
    """Running campaigns with spend, on channels where people are told apart, older than QUIET and
    without a touch or a person's click since; at most QUIET_SHOWN, the dearest first."""
    since = now() - QUIET
    touched = Touchpoint.objects.filter(campaign=OuterRef("pk"), at__gte=since)
    clicked = Click.objects.filter(
        link__campaign=OuterRef("pk"), kind=ClickKind.HUMAN, test=False, at__gte=since
    )
    today = localdate()
    live = Campaign.objects.visible_to(user).filter(stage=LIVE, archived_at=None)
    rows = (
        live.select_related("channel", "owner")
        .filter(channel__trackable=True, starts_on__lte=today - QUIET)
        .exclude(Exists(touched) | Exists(clicked) | Exists(_by_alias(since)))
        .annotate(spent=Sum("spend__base_amount"))
        .filter(spent__gt=0)
        .order_by("-spent", "pk")[:QUIET_SHOWN]
    )
    last = _last_touches(rows)
    return [Quiet(row, row.spent, last.get(row.pk)) for row in rows]


def _by_alias(since):
    """Touches that an alias gives to the campaign that is asked about."""
    words = Q(utm_campaign=OuterRef("value")) & ~Q(utm_campaign="")
    place = Q(utm_campaign="", source=OuterRef("source"), medium=OuterRef("medium"))
    touches = Touchpoint.objects.filter(words | place, resolution="none", at__gte=since)
    return CampaignAlias.objects.filter(Exists(touches), campaign=OuterRef("pk"))


def _last_touches(rows):
    touches = Touchpoint.objects.filter(campaign__in=[row.pk for row in rows]).order_by()
    return dict(touches.values_list("campaign").annotate(last=Max("at")))
