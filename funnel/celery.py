import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "funnel.settings")

app = Celery("funnel")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    broker_connection_retry_on_startup=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    task_ignore_result=True,
    task_serializer="json",
    accept_content=["json"],
    task_soft_time_limit=300,
    task_time_limit=360,
    worker_prefetch_multiplier=1,
    worker_max_tasks_per_child=500,
    timezone="UTC",
)
app.autodiscover_tasks()
