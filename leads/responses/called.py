"""What the columns of a file of responses are called, in small letters."""

from leads.touches.called import WHERE, WHO

CALLED = {
    **WHO,
    "campaign": (*WHERE["campaign"], "event", "event name", "veranstaltung", "evento"),
    "source_id": ("id", "registration id", "response id", "row id"),
    "status": ("status", "response", "attendance", "state", "antwort", "teilnahme", "situação")
    + ("estado", "respuesta"),
    "at": ("when", "date", "time", "registered at", "datum", "zeitpunkt", "data", "fecha"),
    "note": ("note", "notes", "comment", "notiz", "bemerkung", "nota", "observação", "comentario"),
}
