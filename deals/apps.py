from django.apps import AppConfig


class DealsConfig(AppConfig):
    name = "deals"

    def ready(self):
        from deals.answers.events import EVENTS
        from deals.closing.imports import DealImporter
        from deals.undoing import TRACES
        from funnel.imports.registry import register
        from funnel.imports.traces import register as register_traces
        from funnel.notices.events import register as register_event

        register(DealImporter())
        register_traces(TRACES)
        for event in EVENTS:
            register_event(event)
