"""A link's clicks day by day as columns: people at the foot, machines on top. Geometry only."""

from dataclasses import dataclass

from leads.links.queries import Day

STEP, BAR, HEIGHT = 12, 9, 96  # units of the SVG


@dataclass(frozen=True)
class Column:
    day: Day
    x: float
    human: tuple  # y and height
    machines: tuple


def columns(days):
    """(the columns of `days`, how wide they are together, the most clicks of one day)."""
    most = max((day.human + day.likely + day.automatic for day in days), default=0)
    scale = HEIGHT / (most or 1)
    return [_column(place, day, scale) for place, day in enumerate(days)], len(days) * STEP, most


def _column(place, day, scale):
    human, machines = day.human * scale, (day.likely + day.automatic) * scale
    return Column(
        day=day,
        x=place * STEP + (STEP - BAR) / 2,
        human=(round(HEIGHT - human, 2), round(human, 2)),
        machines=(round(HEIGHT - human - machines, 2), round(machines, 2)),
    )
