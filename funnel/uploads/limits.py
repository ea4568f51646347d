"""How much a file may hold that is brought by the browser; the commands have no such limits."""

FILE_BYTES = 25 * 1024 * 1024
PASTED_LETTERS = 1_000_000
ROWS = 100_000
SHEETS = 50
CARDS = 20_000
UNPACKED_BYTES = 300 * 1024 * 1024  # of a spreadsheet, which is an archive
UNSUSPECTED_BYTES = 20 * 1024 * 1024  # from here on it may not be packed beyond MOST_PACKED
MOST_PACKED = 100  # times
ARCHIVE_FILES = 2_000
MEMORY = 2 * 1024 * 1024 * 1024  # bytes, of whoever unpacks it
SECONDS = 20
