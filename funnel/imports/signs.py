"""The sign of money at an amount: `1.234,50 €`, `EUR 10.00`, `-$5`, `(5.00)`."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from funnel.money import CURRENCIES

SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2019": "'", "\u2212": "-"})
DOLLARS = ("USD", "AUD", "CAD", "HKD", "MXN", "NZD", "SGD", "TWD", "ARS", "CLP", "COP")
SIGNS = {
    "€": ("EUR",),
    "$": DOLLARS,
    "£": ("GBP", "EGP"),
    "¥": ("JPY", "CNY"),
    "元": ("CNY",),
    "円": ("JPY",),
    "₹": ("INR",),
    "₽": ("RUB",),
    "₺": ("TRY",),
    "₩": ("KRW",),
    "₪": ("ILS",),
    "₴": ("UAH",),
    "₫": ("VND",),
    "₱": ("PHP",),
    "₦": ("NGN",),
    "฿": ("THB",),
    "us$": ("USD",),
    "a$": ("AUD",),
    "c$": ("CAD",),
    "ca$": ("CAD",),
    "r$": ("BRL",),
    "zł": ("PLN",),
    "kč": ("CZK",),
    "ft": ("HUF",),
    "lei": ("RON",),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "fr": ("CHF",),
    "sfr": ("CHF",),
}
SIGN = r"[^0-9\s.,'()+\-]{1,4}"
SIGNED = re.compile(
    rf"(?P<open>\()?\s*(?P<minus>-)?\s*(?P<before>{SIGN})?\.?\s*(?P<inner>-)?\s*"
    rf"(?P<number>[0-9][0-9.,' ]*?)\s*(?P<after>-)?\s*(?P<behind>{SIGN})?\.?\s*(?P<close>\))?"
)


def bare(cell):
    """(the number that a cell says, the currencies that its sign may mean): "(€ 5,00)" is
    ("-5,00", ("EUR",)). A cell that is no signed number is given back as it is."""
    text = cell.translate(SPACES)
    found = None if text.isdecimal() else SIGNED.fullmatch(text)
    if not found or bool(found["open"]) != bool(found["close"]):
        return text, ()
    signs = [_meant(found[name]) for name in ("before", "behind") if found[name]]
    marks = [found[name] for name in ("open", "minus", "inner", "after") if found[name]]
    if not all(signs) or len(marks) > 1:
        return text, ()
    meant = min(signs, key=len, default=())
    if any(not set(meant) & set(sign) for sign in signs):
        return text, ()
    return ("-" if marks else "") + found["number"], meant


def give_currency(row, name, cell):
    """Where no column says the currency of an amount, its sign does; one that says another than
    the column refuses the row."""
    meant = bare(cell)[1]
    if not meant or name not in row.values:
        return
    said = str(row.values.setdefault("currency", meant[0])).upper()
    if said not in meant:
        row.refuse(
            name,
            _("%(cell)s is not in %(currency)s.") % {"cell": cell[:40], "currency": said},
            _("Correct the currency, or write the amount without its sign."),
        )


def give_rate(row, rates):
    """What one of the row's currency is worth, as it was said for the whole file."""
    if rate := rates.get(str(row.get("currency")).upper()):
        row.values["rate"] = Decimal(rate)


def _meant(sign):
    low = sign.casefold()
    return SIGNS.get(low) or ((sign.upper(),) if sign.upper() in CURRENCIES else ())
