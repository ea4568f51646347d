"""Where the drawing of the funnel puts its parts: as columns, and for a phone as rows."""

from dataclasses import dataclass

from reports.picture import Band, Bar, Picture

BASE, COLUMN, PITCH = 272, 50, 76
FIRST = {False: 28, True: 374}  # x of the first column of marketing, of sales
ROW, THICK, LABELS = 46, 24, 92
LINE = 46  # height that the line takes between the rows


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self):
        return self.x + self.width


@dataclass(frozen=True)
class Drawn:
    bar: Bar
    box: Box
    inside: Box | None  # the hatched part: those who may still move
    cut: str  # the points of the zig-zag through a bar that is off the scale
    top: float = 0  # of a row

    @property
    def above(self):
        """Where the number stands over a column."""
        return self.box.y - 8

    @property
    def beside(self):
        """Where the number stands after a row: behind the bar, or in it where it is cut."""
        return self.box.x + 12 if self.cut else self.box.right + 8


def columns(picture: Picture):
    """{drawn, bands, before_line, after_line}: upright, from one baseline, as on a desk."""
    return {
        "drawn": [_column(bar) for bar in picture.bars],
        "bands": [(band, _gap(band)) for band in picture.bands],
        "before_line": picture.crossing and _standing(306, 30, picture.crossing[0]),
        "after_line": picture.crossing and _standing(344, 30, picture.crossing[1]),
    }


def rows(picture: Picture):
    """{drawn, line, height}: lying, from the left edge, as on a phone."""
    line = ROW * len(picture.marketing)
    height = line + LINE + ROW * len(picture.sales)
    return {"drawn": [_row(bar, line) for bar in picture.bars], "line": line, "height": height}


def _column(bar):
    x = FIRST[bar.is_sales] + PITCH * bar.place
    box = _standing(x, COLUMN, bar.length)
    inside = Box(x, box.y, COLUMN, bar.inside) if bar.inside else None
    return Drawn(bar, box, inside, _zigzag_across(x) if bar.is_cut else "")


def _gap(band: Band):
    x = FIRST[band.is_sales] + PITCH * band.place
    return _standing(x - (PITCH - COLUMN), PITCH - COLUMN, band.length)


def _standing(x, width, length):
    return Box(x, BASE - length, width, length)


def _row(bar, line):
    top = ROW * bar.place + (line + LINE if bar.is_sales else 0)
    box = Box(LABELS, 6, bar.length, THICK)
    inside = Box(box.right - bar.inside, box.y, bar.inside, THICK) if bar.inside else None
    return Drawn(bar, box, inside, _zigzag_down(box) if bar.is_cut else "", top)


def _zigzag_across(x):
    steps = [(x - 1 + 52 * step / 6, 96 if step % 2 == 0 else 88) for step in range(7)]
    return " ".join(f"{left:.1f},{top}" for left, top in steps)


def _zigzag_down(box):
    steps = [(box.x + 172 + 6 * (step % 2), box.y - 1 + 26 * step / 6) for step in range(7)]
    return " ".join(f"{left:.1f},{top:.1f}" for left, top in steps)
