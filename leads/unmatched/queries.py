"""What strangers' addresses said that no campaign is called."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from funnel.permissions import Scope
from leads.campaigns.models import Campaign
from leads.links.models import CampaignAlias
from leads.links.naming import all_values, values_of
from leads.touches.models import Touchpoint

VIEWS = {"open": _("To decide"), "named": _("Named"), "ignored": _("Ignored")}
SINCE = timedelta(days=365)


@dataclass(frozen=True)
class Words:
    """One combination that came in. `key`: (value, source, medium), the last two where there is no
    value; `times` are visits and forms sent, `visitors` those told apart, `people` those known."""

    value: str
    source: str
    medium: str
    times: int
    visitors: int
    people: int
    first_at: datetime
    last_at: datetime
    landing: str
    sources: tuple

    @property
    def key(self):
        return self.value, self.source, self.medium

    @property
    def name(self):
        return self.value or " / ".join(filter(None, [self.source, self.medium]))


class Unmatched:
    """The combinations without a campaign that `user` may see, those that came last first; as a
    Paginator wants it."""

    def __init__(self, user, key=None):
        self.values = {
            "since": now() - SINCE,
            "called": sorted(all_values()),
            "visible": _visible(user),
            "all": user.scope == Scope.ALL,
            "key": "\x1f".join(key) if key else None,
        }

    def count(self):
        return self._asked("SELECT count(*) FROM words", {})[0][0]

    def __len__(self):
        return self.count()

    def __getitem__(self, part):
        page = {"most": part.stop - part.start, "skip": part.start}
        rows = self._asked(f"SELECT * FROM words {PAGE}", page)
        return [Words(*row[:-1], sources=tuple(row[-1] or ())) for row in rows]

    def first(self):
        return next(iter(self[0:1]), None)

    def _asked(self, select, more):
        with connection.cursor() as cursor:
            cursor.execute(f"{WORDS} {select}", self.values | more)
            return cursor.fetchall()


WORDS = """
WITH came AS (
    SELECT source, medium, utm_campaign AS value, at, visitor, person_id, landing, campaign_id
    FROM leads_touchpoint WHERE resolution = 'none' AND at >= %(since)s
    UNION ALL
    SELECT coalesce(s.arrival->>'source', ''), coalesce(s.arrival->>'medium', ''),
           coalesce(s.arrival->>'utm_campaign', ''), s.received_at, s.visitor, NULL,
           coalesce(s.arrival->>'landing', ''), f.campaign_id
    FROM leads_submission s JOIN leads_form f ON f.id = s.form_id
    WHERE s.lead_id IS NULL AND s.received_at >= %(since)s
    AND s.arrival ?| ARRAY['source', 'medium', 'utm_campaign']
), keyed AS (
    SELECT value, CASE WHEN value = '' THEN source ELSE '' END AS source,
           CASE WHEN value = '' THEN medium ELSE '' END AS medium,
           at, visitor, person_id, landing,
           concat_ws(' / ', nullif(source, ''), nullif(medium, '')) AS place
    FROM came WHERE (source, medium, value) <> ('', '', '') AND value <> ALL(%(called)s)
    AND (%(all)s OR campaign_id = ANY(%(visible)s))
), words AS (
    SELECT value, source, medium, count(*) AS times,
           count(DISTINCT nullif(visitor, '')) AS visitors, count(DISTINCT person_id) AS people,
           min(at) AS first_at, max(at) AS last_at,
           (array_agg(landing ORDER BY at DESC))[1] AS landing,
           (array_agg(DISTINCT place))[1:3] AS sources
    FROM keyed k WHERE NOT EXISTS (
        SELECT FROM leads_campaignalias a
        WHERE (a.value, a.source, a.medium) = (k.value, k.source, k.medium))
    AND (%(key)s::text IS NULL OR concat_ws(chr(31), value, source, medium) = %(key)s)
    GROUP BY value, source, medium
)"""
PAGE = "ORDER BY last_at DESC, value, source, medium LIMIT %(most)s OFFSET %(skip)s"


def _visible(user):
    if user.scope == Scope.ALL:
        return []
    return list(Campaign.objects.visible_to(user).values_list("pk", flat=True))


def of_campaign(campaign):
    """Every touchpoint of `campaign`: those written as its own, and those that are read so because
    somebody said what their words mean, or because it is called so now."""
    said = Q(utm_campaign__in=values_of(campaign))
    for alias in CampaignAlias.objects.filter(campaign=campaign):
        words = {"source": alias.source, "medium": alias.medium} if not alias.value else {}
        said |= Q(utm_campaign=alias.value, **words)
    return Touchpoint.objects.filter(Q(campaign=campaign) | Q(said, resolution="none"))
