"""What beat sends out, and every how many seconds."""

CELERY_BEAT_SCHEDULE = {
    "submissions": {"task": "leads.capture.tasks.decide_waiting_submissions", "schedule": 20},
    "clicks": {"task": "leads.links.tasks.move_clicks", "schedule": 5},
    "links": {"task": "leads.links.tasks.shelve_links", "schedule": 300},
    "mailboxes": {"task": "leads.mailboxes.tasks.poll_mailboxes", "schedule": 60},
    "clocks": {"task": "leads.clocks.tasks.tick", "schedule": 60},
    "pairs": {"task": "leads.merging.tasks.look_for_pairs", "schedule": 60},
    "qualifying": {"task": "leads.qualification.tasks.qualify_by_the_agreement", "schedule": 60},
    "waking": {"task": "leads.qualification.tasks.wake_due_leads", "schedule": 600},
    "scores": {"task": "leads.scoring.tasks.score_open_leads", "schedule": 120},
    "uploads": {"task": "funnel.uploads.tasks.sweep_uploads", "schedule": 20},
    "old uploads": {"task": "funnel.uploads.tasks.drop_old_uploads", "schedule": 3600},
    "notices": {"task": "funnel.notices.tasks.mail_notices", "schedule": 60},
    "digests": {"task": "funnel.notices.tasks.mail_digests", "schedule": 180},
}
