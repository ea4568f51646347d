"""The ground's tasks, named for Celery; each lives in its wing."""

from funnel.notices.tasks import mail_digests, mail_notices

__all__ = ["mail_digests", "mail_notices"]
