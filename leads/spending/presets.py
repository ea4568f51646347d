"""What the columns of the platforms' cost exports are called, in English and German."""

from funnel.imports.registry import Preset

COLUMNS = {
    "google": {
        "on": ("Day", "Tag"),
        "campaign": ("Campaign", "Kampagne"),
        "what": ("Ad group", "Anzeigengruppe"),
        "ad": ("Ad name", "Ad", "Anzeigenname", "Anzeige"),
        "amount": ("Cost", "Kosten"),
        "currency": ("Currency code", "Währungscode"),
        "impressions": ("Impr.", "Impressions", "Impressionen"),
    },
    "meta": {
        "on": ("Day", "Tag", "Reporting starts", "Berichtsstart"),
        "campaign": ("Campaign name", "Name der Kampagne"),
        "what": ("Ad set name", "Name der Anzeigengruppe"),
        "ad": ("Ad name", "Name der Werbeanzeige", "Anzeigenname"),
        "amount": ("Amount spent", "Ausgegebener Betrag"),
        "impressions": ("Impressions", "Impressionen"),
    },
    "linkedin": {
        "on": ("Start Date (in UTC)", "Start Date"),
        "campaign": ("Campaign Name", "Campaign Group Name"),
        "what": ("Ad Set Name", "Creative Name"),
        "ad": ("Ad Name",),
        "amount": ("Total Spent", "Amount Spent"),
        "currency": ("Currency",),
        "impressions": ("Impressions",),
    },
    "microsoft": {
        "on": ("Gregorian date", "TimePeriod", "Time period"),
        "campaign": ("Campaign name", "CampaignName", "Campaign"),
        "what": ("Ad group", "AdGroupName"),
        "ad": ("Ad name", "AdName", "Ad title"),
        "amount": ("Spend",),
        "currency": ("Currency code", "CurrencyCode"),
        "impressions": ("Impressions", "Impr."),
    },
}
LABELS = {
    "google": "Google Ads",
    "meta": "Meta",
    "linkedin": "LinkedIn",
    "microsoft": "Microsoft Advertising",
}
PRESETS = tuple(Preset(key, LABELS[key], columns) for key, columns in COLUMNS.items())

CALLED = {
    "source_id": ("id", "transaction id", "buchungsnummer"),
    "on": ("day", "date", "tag", "datum", "dia", "data", "día", "fecha"),
    "until": ("until", "end date", "bis", "enddatum", "até", "hasta", "fecha de fin"),
    "campaign": ("campaign", "campaign name", "kampagne", "name der kampagne", "campanha")
    + ("nome da campanha", "campaña", "nombre de la campaña"),
    "amount": ("cost", "costs", "spend", "amount", "amount spent", "kosten", "betrag", "ausgaben")
    + ("ausgegebener betrag", "custo", "valor", "valor gasto", "valor usado", "coste", "costo")
    + ("gasto", "importe", "importe gastado"),
    "currency": ("currency", "currency code", "währung", "währungscode", "moeda", "moneda")
    + ("código da moeda", "código de moneda"),
    "rate": ("rate", "exchange rate", "kurs", "wechselkurs", "câmbio", "taxa de câmbio")
    + ("tipo de cambio",),
    "what": ("ad group", "ad set", "ad set name", "for what", "anzeigengruppe", "wofür")
    + ("grupo de anúncios", "conjunto de anúncios", "grupo de anuncios", "conjunto de anuncios"),
    "ad": ("ad", "ad name", "anzeige", "anzeigenname", "name der werbeanzeige", "anúncio")
    + ("nome do anúncio", "anuncio", "nombre del anuncio"),
    "kind": ("kind", "type", "art", "tipo"),
    "vendor": ("vendor", "supplier", "lieferant", "anbieter", "fornecedor", "proveedor"),
    "invoice": ("invoice", "invoice number", "rechnung", "rechnungsnummer", "fatura")
    + ("nota fiscal", "factura"),
    "impressions": ("impr.", "impressions", "impressionen", "impressões", "impr", "impresiones"),
}
