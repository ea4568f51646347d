from django.apps import AppConfig


class LeadsConfig(AppConfig):
    name = "leads"

    def ready(self):
        from funnel.changes.registry import register as register_changes
        from funnel.imports.registry import register
        from funnel.imports.traces import register as register_traces
        from funnel.notices.events import register as register_event
        from leads.agreement.changes import CHANGES as OF_AGREEMENTS
        from leads.clocks.events import EVENTS as CLOCK_EVENTS
        from leads.disputes.events import EVENTS as DISPUTE_EVENTS
        from leads.handoff.events import EVENTS as OFFER_EVENTS
        from leads.lead.events import EVENTS as LEAD_EVENTS
        from leads.lead.imports import LeadImporter
        from leads.links.changes import CHANGES as OF_LINKS
        from leads.people.imports import PeopleImporter
        from leads.products.imports import ProductImporter
        from leads.responses.imports import ResponseImporter
        from leads.routing.changes import CHANGES as OF_ROUTING
        from leads.scoring.changes import CHANGES as OF_SCORES
        from leads.spending.imports import SpendImporter
        from leads.spending.reaching import ReachImporter
        from leads.touches.imports import TouchImporter
        from leads.undoing import TRACES

        register(LeadImporter())
        register(PeopleImporter())
        register(SpendImporter())
        register(ReachImporter())
        register(ResponseImporter())
        register(TouchImporter())
        register(ProductImporter())
        register_traces(TRACES)
        register_changes(*OF_AGREEMENTS, *OF_LINKS, *OF_ROUTING, *OF_SCORES)
        for event in (*LEAD_EVENTS, *OFFER_EVENTS, *CLOCK_EVENTS, *DISPUTE_EVENTS):
            register_event(event)
