"""What the columns of a file of touches are called, in small letters."""

from leads.people.presets import CALLED as OF_PEOPLE

WHO = {name: OF_PEOPLE[name] for name in ("email", "phone", "name", "company")} | {
    "person_id": ("person id", "customer id", "customer_id", "user id", "user_id", "contact id")
    + ("client id", "kundennummer", "cliente", "id do cliente", "id de cliente"),
}
WHERE = {
    "channel": ("channel", "source", "medium", "kanal", "quelle", "canal", "origem", "fuente"),
    "campaign": ("campaign", "campaign name", "utm_campaign", "kampagne", "campanha", "campaña"),
}
CALLED = {
    **WHO,
    **WHERE,
    "source_id": ("id", "event id", "event_id", "touch id", "row id"),
    "at": ("when", "time", "timestamp", "date", "event time", "datum", "zeit", "zeitpunkt", "data")
    + ("hora", "data e hora", "fecha", "fecha y hora"),
    "kind": ("kind", "type", "interaction", "event", "touch type", "art", "ereignis", "tipo")
    + ("evento", "interação", "interacción"),
    "page": ("page", "url", "page url", "landing page", "seite", "página"),
    "words": ("words", "message", "comment", "nachricht", "bemerkung", "mensagem", "comentário")
    + ("mensaje", "comentario"),
    "converted": ("converted", "conversion", "is conversion", "konversion", "konvertiert")
    + ("conversão", "convertido", "conversión"),
    "goal": ("goal", "conversion name", "conversion type", "ziel", "meta", "objetivo"),
    "value": ("value", "conversion value", "conversion_value", "revenue", "amount", "wert")
    + ("umsatz", "valor", "receita", "importe", "ingresos"),
    "currency": ("currency", "currency code", "währung", "moeda", "moneda"),
    "rate": ("rate", "exchange rate", "kurs", "wechselkurs", "câmbio", "tipo de cambio"),
}
