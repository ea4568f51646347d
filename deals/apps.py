from django.apps import AppConfig


class DealsConfig(AppConfig):
    name = "deals"

    def ready(self):
        from deals.closing.imports import DealImporter
        from funnel.imports.registry import register

        register(DealImporter())
