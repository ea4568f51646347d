"""The scores of all open leads, kept so that a list can be sorted and chosen by them."""

from django.db import connection, transaction
from django.db.models import F
from django.utils.timezone import now

from leads.lead.models import Lead
from leads.lead.moments import moment_of
from leads.lead.scored import LeadScore
from leads.scoring.points import active_rules, totals

KEEP = """
INSERT INTO leads_leadscore AS kept (lead_id, fit, engagement, since) {scored}
ON CONFLICT (lead_id) DO UPDATE
SET fit = EXCLUDED.fit, engagement = EXCLUDED.engagement, since = EXCLUDED.since
WHERE (kept.fit, kept.engagement) IS DISTINCT FROM (EXCLUDED.fit, EXCLUDED.engagement)
"""


@transaction.atomic
def keep_scores(at=None):
    """Work out what every open lead scores now, and write what is another than before, in one
    statement. Returns how many that were. Without a rule nobody has a score."""
    rules = active_rules()
    if not rules:
        return LeadScore.objects.all().delete()[0]
    scored = Lead.objects.open().annotate(known_moment=moment_of(at or now()))
    scored = scored.annotate(**{f"total_{scale}": total for scale, total in totals(rules).items()})
    scored = scored.values_list("pk", "total_fit", "total_engagement", F("known_moment"))
    statement, values = scored.order_by("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(KEEP.format(scored=statement), values)
        return cursor.rowcount
