"""What the columns of a file of reach are called, in small letters."""

from leads.spending.presets import CALLED as OF_SPEND

CALLED = {name: OF_SPEND[name] for name in ("source_id", "on", "campaign")} | {
    "kind": ("kind", "type", "what was counted", "medium", "art", "medio", "meio", "tipo"),
    "count": ("count", "reach", "how many", "number", "impressions", "visitors", "anzahl")
    + ("reichweite", "besucher", "quantidade", "alcance", "visitantes", "cantidad"),
    "place": ("place", "where", "city", "location", "ort", "stadt", "lugar", "cidade", "ciudad"),
    "note": ("note", "notes", "comment", "notiz", "bemerkung", "nota", "observação"),
}
