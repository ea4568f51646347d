"""What of a question's leads hangs at the line: still offered, or sent back."""

from dataclasses import dataclass

from django.db import connection

from reports.ladder import SEEN, climb


@dataclass(frozen=True)
class AtTheLine:
    waiting: int  # offered, and not answered yet
    returned: int  # sent back at least once
    recycled: int  # of those, put away until later


def at_the_line(question) -> AtTheLine:
    with connection.cursor() as cursor:
        cursor.execute(f"{climb(question)} {STATEMENT}", question.values)
        return AtTheLine(*cursor.fetchone())


STATEMENT = f"""
    SELECT count(*) FILTER (WHERE last.to_stage = 'offered'), count(back.lead_id),
           count(back.lead_id) FILTER (WHERE last.to_stage = 'recycled')
    FROM stood JOIN leads_leadstep last ON last.id = stood.last_id
    LEFT JOIN (
        SELECT DISTINCT h.lead_id FROM lead JOIN leads_handoff h ON h.lead_id = lead.id
        JOIN leads_handoffstep s ON s.handoff_id = h.id WHERE s.to_stage = 'returned' AND {SEEN}
    ) back ON back.lead_id = stood.lead_id"""
