"""What a file that somebody brings holds: sheets, cards, or text in columns."""

from funnel.uploads.tables.cards import cards, is_cards
from funnel.uploads.tables.foreign import check_is_text
from funnel.uploads.tables.sheets import MARKS, sheets
from funnel.uploads.tables.table import Table, pieces_of


def tables_of(path, name, folder):
    """The Tables of the file at `path`. Refusal, on the field `file`, where it is none.

    `folder` is an empty one to work in, for as long as the tables are read. Text stays byte for
    byte as it was: its encoding may yet be stated.
    """
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(MARKS):
        return sheets(path, name, folder)
    if is_cards(start):
        return cards(path.read_bytes(), name)
    check_is_text(start, name)
    return [Table(name, pieces_of(path))]
