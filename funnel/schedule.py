"""What beat sends out, and every how many seconds."""

CELERY_BEAT_SCHEDULE = {
    "submissions": {"task": "leads.capture.tasks.decide_waiting_submissions", "schedule": 20},
    "notices": {"task": "funnel.notices.tasks.mail_notices", "schedule": 60},
    "digests": {"task": "funnel.notices.tasks.mail_digests", "schedule": 180},
}
