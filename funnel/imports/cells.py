"""What one cell of a file may hold, and how it is written back."""

from funnel.plain import upright

LONGEST = 10_000
FORMULA = ("=", "+", "-", "@")


class BadCell(ValueError):
    """A cell that cannot be what its field asks for, with a hint how to repair it."""

    def __init__(self, reason, hint=""):
        super().__init__(reason)
        self.reason, self.hint = str(reason), str(hint)


def clean(cell):
    """The text of a cell, capped, without U+0000, which PostgreSQL cannot hold, and without what
    turns the text behind it round."""
    text = cell.replace("\x00", "").strip()[:LONGEST]
    text = text if text.isascii() else upright(text)
    return text[1:] if text[:1] == "'" and text[1:2] in FORMULA and text[1:] else text


def inert(cell):
    """The text so that no spreadsheet runs it; `clean` gives back what it was."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def is_text(cell):
    """Whether every byte of it could be read in the file's encoding."""
    return cell.isascii() or not any("\udc80" <= letter <= "\udcff" for letter in cell)


def readable(cell):
    """The text with what could not be read shown as question marks."""
    return cell if is_text(cell) else cell.encode("utf-8", "replace").decode()
