from django.apps import AppConfig


class FunnelConfig(AppConfig):
    name = "funnel"

    def ready(self):
        """Every process has the Celery app, so that a task it sends finds the broker."""
        import funnel.celery  # noqa: F401
        from funnel.notices.events import register
        from funnel.uploads.telling import IMPORTED

        register(IMPORTED)
