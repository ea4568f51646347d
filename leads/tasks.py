"""Marketing's tasks, named for Celery; each lives in its wing."""

from leads.capture.tasks import decide_received, decide_waiting_submissions
from leads.clocks.tasks import tick
from leads.links.tasks import move_clicks, shelve_links
from leads.mailboxes.tasks import poll_mailboxes
from leads.merging.tasks import look_for_pairs
from leads.qualification.tasks import qualify_by_the_agreement, wake_due_leads
from leads.scoring.tasks import score_open_leads

__all__ = [
    "decide_received",
    "decide_waiting_submissions",
    "look_for_pairs",
    "move_clicks",
    "poll_mailboxes",
    "qualify_by_the_agreement",
    "score_open_leads",
    "shelve_links",
    "tick",
    "wake_due_leads",
]
