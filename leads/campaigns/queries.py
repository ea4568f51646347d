from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from funnel.models import Reason, ReasonKind
from leads.campaigns.models import Campaign
from leads.campaigns.stages import ENDED, IDEA, LIVE, PAUSED, PLANNED
from leads.stages import HandoffStage

VIEWS = {
    "live": _("Live"),
    "paused": _("Paused"),
    "planned": _("Planned"),
    "ideas": _("Ideas"),
    "ended": _("Ended"),
    "mine": _("Mine"),
    "all": _("All"),
    "archived": _("Archived"),
}
STAGES = {"live": [LIVE], "paused": [PAUSED], "planned": [PLANNED], "ideas": [IDEA], "ended": ENDED}


def campaigns(user, view, *, words="", channel=None):
    """The campaigns `user` may see in one of VIEWS, the latest first."""
    rows = Campaign.objects.visible_to(user).select_related("channel", "owner", "parent")
    if channel:
        rows = rows.filter(channel=channel)
    named = Q(name__icontains=words) | Q(goal__icontains=words) | Q(code__icontains=words)
    return rows.filter(_of_view(view, user), named)


def counts(user):
    """{view: how many campaigns `user` may see in it}, in one query."""
    rows = Campaign.objects.filter(pk__in=Campaign.objects.visible_to(user).values("pk"))
    return rows.aggregate(**{view: Count("pk", filter=_of_view(view, user)) for view in VIEWS})


def _of_view(view, user):
    if view == "archived":
        return Q(archived_at__isnull=False)
    shown = Q(archived_at=None)
    if view in STAGES:
        return shown & Q(stage__in=STAGES[view])
    return shown & Q(owner=user) if view == "mine" else shown


def parts_of(campaign):
    """Every campaign below this one, however deep, in as many queries as there are levels."""
    found, level = [], [campaign.pk]
    while level:
        below = list(Campaign.objects.filter(parent__in=level).select_related("channel", "owner"))
        found += below
        level = [each.pk for each in below]
    return found


def may_hold(campaign, user):
    """The campaigns that `campaign` could be made a part of: all but itself and what is below."""
    rows = Campaign.objects.visible_to(user).filter(archived_at=None)
    if not campaign.pk:
        return rows
    held = rows.exclude(pk__in=[campaign.pk, *(each.pk for each in parts_of(campaign))])
    return held | Campaign.objects.filter(pk=campaign.parent_id)


@dataclass(frozen=True)
class Said:
    """What sales said of a campaign's leads for one reason."""

    reason: str
    side: str
    times: int
    of: int  # all that came back
    words: str  # the latest that were said
    by: str
    at: object


def what_sales_said(campaign):
    """The returns of this campaign's leads, by reason, the most frequent first."""
    step = "handoffs__steps__"
    returns = campaign.leads.filter(**{f"{step}to_stage": HandoffStage.RETURNED})
    rows = list(
        returns.order_by(f"-{step}at").values_list(
            *[step + name for name in ("reason", "side", "words", "by__name", "at")]
        )
    )
    labels = {each.key: str(each) for each in Reason.objects.filter(kind=ReasonKind.RETURN)}
    grouped = {}
    for row in rows:
        grouped.setdefault(row[0], []).append(row)
    said = [_said(labels.get(key, key), found, len(rows)) for key, found in grouped.items()]
    return sorted(said, key=lambda each: -each.times)


def _said(label, rows, of):
    _key, side, words, by, at = next((row for row in rows if row[2]), rows[0])
    return Said(label, side, len(rows), of, words, by or "", at)
