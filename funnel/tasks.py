"""The ground's tasks, named for Celery; each lives in its wing."""

from funnel.notices.tasks import mail_digests, mail_notices
from funnel.uploads.tasks import drop_old_uploads, sweep_uploads, work_on_upload

__all__ = [
    "drop_old_uploads",
    "mail_digests",
    "mail_notices",
    "sweep_uploads",
    "work_on_upload",
]
