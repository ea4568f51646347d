"""What the columns about deals are called: in other programs' exports, and by anybody."""

from funnel.imports.registry import Preset

PRESETS = (
    Preset(
        "hubspot",
        "HubSpot",
        {
            "source_id": ("Record ID", "Deal ID"),
            "lead_id": ("Associated Contact IDs", "Associated Contact ID"),
            "name": ("Deal Name",),
            "opened_at": ("Create Date",),
            "outcome": ("Deal Stage",),
            "closed_at": ("Close Date",),
            "amount": ("Amount",),
            "currency": ("Currency",),
            "owner": ("Deal owner",),
            "words": ("Closed Lost Reason", "Closed Won Reason"),
        },
    ),
    Preset(
        "pipedrive",
        "Pipedrive",
        {
            "source_id": ("Deal - ID", "Deal - Pipedrive System ID"),
            "lead_id": ("Person - ID", "Person - Pipedrive System ID"),
            "email": ("Person - Email - Work", "Person - Email (Work)", "Person - Email"),
            "phone": ("Person - Phone - Work", "Person - Phone (Work)", "Person - Phone"),
            "name": ("Deal - Title",),
            "opened_at": ("Deal - Deal created", "Deal - Creation date"),
            "won_at": ("Deal - Won time",),
            "lost_at": ("Deal - Lost time",),
            "amount": ("Deal - Value",),
            "currency": ("Deal - Currency of Value", "Deal - Currency"),
            "owner": ("Deal - Owner",),
            "words": ("Deal - Lost reason",),
        },
    ),
)

CALLED = {
    "source_id": ("id", "deal id", "opportunity id", "record id"),
    "lead_id": ("lead id", "contact id", "person id", "customer id"),
    "email": ("e-mail", "email", "contact email", "e-mail-adresse", "correo electrónico"),
    "phone": ("phone", "phone number", "telefon", "telefonnummer", "telefone", "teléfono"),
    "name": ("name", "deal", "deal name", "title", "opportunity name", "titel", "bezeichnung")
    + ("nome", "título", "nombre", "negócio"),
    "offered_by": ("offered by", "sdr", "sdr_id", "handed over by", "übergeben von"),
    "accepted_by": ("accepted by", "sr_id", "angenommen von", "aceito por", "aceptado por"),
    "owner": ("owner", "deal owner", "opportunity owner", "sales rep", "besitzer", "zuständig")
    + ("responsável", "vendedor", "responsable", "propietario"),
    "opened_at": ("opened", "created", "create date", "created date", "deal created", "erstellt")
    + ("erstellt am", "data de criação", "fecha de creación"),
    "won_at": ("won", "won date", "won time", "gewonnen", "gewonnen am", "ganho em", "ganado el"),
    "lost_at": ("lost", "lost date", "lost time", "verloren", "verloren am", "perdido em")
    + ("perdido el",),
    "outcome": ("stage", "deal stage", "status", "phase", "etapa", "estado", "situação"),
    "closed_at": ("close date", "closed", "closed on", "abschluss", "abschlussdatum")
    + ("data de fechamento", "fecha de cierre"),
    "amount": ("amount", "value", "deal value", "deal amount", "betrag", "wert", "summe", "valor")
    + ("importe", "monto"),
    "currency": ("currency", "currency code", "währung", "moeda", "moneda"),
    "rate": ("rate", "exchange rate", "kurs", "wechselkurs", "câmbio", "tipo de cambio"),
    "reason": ("reason", "loss reason", "grund", "verlustgrund", "motivo", "razón"),
    "words": ("lost reason", "closed lost reason", "comment", "bemerkung", "kommentar")
    + ("comentário", "comentario"),
}
