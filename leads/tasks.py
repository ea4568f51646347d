"""Marketing's tasks, named for Celery; each lives in its wing."""

from leads.capture.tasks import decide_submission, decide_waiting_submissions

__all__ = ["decide_submission", "decide_waiting_submissions"]
