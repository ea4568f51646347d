"""Run by itself, with a limit on its memory: every sheet of a spreadsheet becomes a CSV file.

    python unpacking.py SPREADSHEET FOLDER MOST_SHEETS

A small file can claim a sheet of billions of cells. Whoever opens it may run out of memory; here
that ends nobody but this process. It knows nothing of Django, so that it starts fast.
"""

import csv
import json
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

UNREADABLE, LOCKED = 3, 4  # how it exits


def unpack(path, folder, most):
    """Write names.json and 0.csv, 1.csv … of the sheets of `path` into `folder`."""
    book = CalamineWorkbook.from_path(path)
    names = book.sheet_names[:most]
    for number, name in enumerate(names):
        with (folder / f"{number}.csv").open("w", encoding="utf-8", newline="") as file:
            _write(book.get_sheet_by_name(name), file)
    (folder / "names.json").write_text(json.dumps(names))


def _write(sheet, file):
    """An empty row is an empty line, so that the numbers stay those of the spreadsheet."""
    lines = csv.writer(file, lineterminator="\n")
    for row in sheet.to_python(skip_empty_area=False):
        cells = [_text(cell) for cell in row]
        if any(cells):
            lines.writerow(cells)
        else:
            file.write("\n")


def _text(cell):
    """What a cell says, dates as ISO 8601 and numbers plain: nothing is left to be guessed."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        cell = cell.replace(microsecond=0)
        midnight = cell.time() == time(0)
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ")
    if isinstance(cell, date | time | timedelta):
        return str(cell)
    return repr(cell) if isinstance(cell, float) else str(cell)


if __name__ == "__main__":
    try:
        unpack(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    except PasswordError:
        sys.exit(LOCKED)
    except (CalamineError, OSError, ValueError):
        sys.exit(UNREADABLE)
