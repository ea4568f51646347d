"""The short address as a picture that a telephone reads."""

import io

import segno

QUIET = 4  # modules of margin: what the standard asks for
LEAST, USUAL, MOST = 200, 1000, 4000  # pixels


def svg(address):
    """SVG of one size for all: it scales. Bytes."""
    return _drawn(_code(address), kind="svg", scale=1, border=QUIET, svgclass=None, omitsize=True)


def png(address, pixels=USUAL):
    """PNG of about `pixels` wide: a whole number of pixels for each module. Bytes."""
    code = _code(address)
    scale = max(1, pixels // code.symbol_size(border=QUIET)[0])
    return _drawn(code, kind="png", scale=scale, border=QUIET, light="white")


def drawn_inline(address):
    """The path of the picture and how wide it is, for an SVG inside a page: (width, rows), where
    each row is the runs of dark modules as (x, y, length)."""
    code = _code(address)
    rows = []
    for y, row in enumerate(code.matrix):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                rows.append((x + QUIET, y + QUIET, length))
            x += length or 1
    return code.symbol_size(border=QUIET)[0], rows


def _code(address):
    """Level Q still reads with a quarter of it torn off; a short address affords that."""
    return segno.make(address, error="q", micro=False, boost_error=False)


def _drawn(code, **how):
    written = io.BytesIO()
    code.save(written, **how)
    return written.getvalue()
