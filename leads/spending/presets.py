"""What the columns of the platforms' cost exports are called, in English and German."""

import re

PRESETS = {
    "google": {
        "on": ("Day", "Tag"),
        "campaign": ("Campaign", "Kampagne"),
        "what": ("Ad group", "Anzeigengruppe"),
        "amount": ("Cost", "Kosten"),
        "currency": ("Currency code", "Währungscode"),
        "impressions": ("Impr.", "Impressions", "Impressionen"),
    },
    "meta": {
        "on": ("Day", "Tag", "Reporting starts", "Berichtsstart"),
        "campaign": ("Campaign name", "Name der Kampagne"),
        "what": ("Ad set name", "Name der Anzeigengruppe"),
        "amount": ("Amount spent", "Ausgegebener Betrag"),
        "impressions": ("Impressions", "Impressionen"),
    },
    "linkedin": {
        "on": ("Start Date (in UTC)", "Start Date"),
        "campaign": ("Campaign Name", "Campaign Group Name"),
        "what": ("Ad Set Name", "Creative Name"),
        "amount": ("Total Spent", "Amount Spent"),
        "currency": ("Currency",),
        "impressions": ("Impressions",),
    },
    "microsoft": {
        "on": ("Gregorian date", "TimePeriod", "Time period"),
        "campaign": ("Campaign name", "CampaignName", "Campaign"),
        "what": ("Ad group", "AdGroupName"),
        "amount": ("Spend",),
        "currency": ("Currency code", "CurrencyCode"),
        "impressions": ("Impressions", "Impr."),
    },
}
IN_BRACKETS = re.compile(r"\s*\(([A-Z]{3})\)$")  # the currency behind an amount's name


def columns_of(preset, header):
    """{field: the file's column} of the columns of `preset` that the file has."""
    there = {IN_BRACKETS.sub("", name).casefold(): name for name in header}
    found = {}
    for field, names in PRESETS[preset].items():
        column = next((there[name.casefold()] for name in names if name.casefold() in there), None)
        if column:
            found[field] = column
    return found


def currency_of(column):
    """The currency that stands in brackets behind an amount's name, "" without one."""
    found = IN_BRACKETS.search(column or "")
    return found[1] if found else ""
