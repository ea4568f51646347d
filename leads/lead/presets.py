"""What the columns about leads are called: in other programs' exports, and by anybody."""

from funnel.imports.registry import Preset
from leads.people.presets import CALLED as OF_PEOPLE
from leads.people.presets import GOOGLE, HUBSPOT, PIPEDRIVE, SALESFORCE

PRESETS = (
    Preset(
        "hubspot",
        "HubSpot",
        HUBSPOT
        | {
            "captured_at": ("Create Date",),
            "channel": ("Original Source", "Original Traffic Source"),
            "landing_page": ("First Page Seen",),
            "owner": ("Contact owner",),
        },
    ),
    Preset(
        "salesforce",
        "Salesforce",
        SALESFORCE
        | {
            "captured_at": ("Create Date", "Created Date", "CreatedDate"),
            "channel": ("Lead Source", "LeadSource"),
            "words": ("Description",),
            "owner": ("Lead Owner", "Contact Owner"),
        },
    ),
    Preset(
        "pipedrive",
        "Pipedrive",
        PIPEDRIVE
        | {
            "captured_at": ("Person - Person created", "Person - Creation date"),
            "channel": ("Lead - Source channel",),
            "owner": ("Lead - Owner", "Person - Owner"),
        },
    ),
    Preset("google", "Google Contacts", GOOGLE),
)

CALLED = OF_PEOPLE | {
    "captured_at": ("captured", "created", "create date", "created at", "created on")
    + ("date", "datum", "erstellt", "erstellt am", "data", "data de criação", "fecha")
    + ("fecha de creación", "first contact date"),
    "channel": ("channel", "source", "lead source", "origin", "original source", "kanal")
    + ("quelle", "herkunft", "canal", "origem", "fonte", "origen", "fuente"),
    "campaign": ("campaign", "campaign name", "utm_campaign", "kampagne", "campanha", "campaña"),
    "landing_page": ("landing page", "page", "first page seen", "seite", "zielseite", "página")
    + ("página de destino",),
    "words": ("message", "comment", "comments", "description", "question", "nachricht")
    + ("bemerkung", "anfrage", "mensagem", "comentário", "mensaje", "comentario"),
    "heard_from": ("how did you hear about us", "how did you hear about us?", "heard from")
    + ("wie haben sie von uns erfahren", "wie haben sie von uns erfahren?", "como nos conheceu")
    + ("cómo nos conoció",),
    "kind": ("kind", "type", "lead type", "art", "typ", "tipo"),
    "owner": ("owner", "lead owner", "contact owner", "besitzer", "zuständig", "responsável")
    + ("proprietário", "responsable", "propietario"),
}
