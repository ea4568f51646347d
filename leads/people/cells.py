"""How a file's cells about people are read: several addresses in one, and what is no phone."""

import re

from django.utils.translation import gettext as _

from funnel.imports.cells import BadCell

MAILS = re.compile(r"\s*(?::::|[,;])\s*")  # between the addresses that fill one cell
PHONES = re.compile(r"\s+:::\s+|[,;]\s+")
EXTENSION = re.compile(
    r"[\s,;]*(?:ext|extension|x|durchwahl|dw|app|ramal|#)[.:]?\s*[0-9]{1,8}", re.IGNORECASE
)
BEFORE = re.compile(r"(?:tel|phone|fon|mobile?|mobil|fax)[.:]*\s*", re.IGNORECASE)
FEWEST, MOST = 5, 20  # digits


def first_mail(cell):
    """Other programs put all addresses of somebody into one cell; the first is the one they use."""
    return MAILS.split(cell.strip(" ,;"))[0]


def further_mails(cell):
    return [each for each in MAILS.split(cell.strip(" ,;"))[1:] if each]


def first_phone(cell):
    return PHONES.split(cell)[0]


def further_phones(cell):
    return [each for each in PHONES.split(cell)[1:] if each and not EXTENSION.fullmatch(each)]


def check_phone(cell):
    """BadCell for what is no phone number: too few digits, too many, or words among them."""
    number = BEFORE.sub("", cell, count=1) if BEFORE.match(cell) else cell
    found = EXTENSION.search(number)
    if found and found.end() == len(number.rstrip()):
        number = number[: found.start()]
    digits = sum(letter.isdigit() for letter in number)
    if not FEWEST <= digits <= MOST or any(map(str.isalpha, number)):
        raise BadCell(
            _("%s is not a phone number.") % cell[:40],
            _("Correct it, or keep it as a note. A spreadsheet may have written it as 4.9E+11."),
        )
