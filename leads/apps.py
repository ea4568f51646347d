from django.apps import AppConfig


class LeadsConfig(AppConfig):
    name = "leads"

    def ready(self):
        from funnel.imports.registry import register
        from leads.lead.imports import LeadImporter

        register(LeadImporter())
