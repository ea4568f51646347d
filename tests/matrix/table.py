"""The tables of who may what: one row per route and method, one column per principal.

A cell is the status of the answer; "in" is the way to sign in. `about` names the record of
tests/matrix/world.py the row is about.
"""

from dataclasses import dataclass
from pathlib import Path

from django.urls import get_resolver

from tests.matrix.world import PRINCIPALS

REFUSED = ("in", "403", "404", "405")
TABLES = sorted(Path(__file__).parent.glob("*.txt"))


@dataclass(frozen=True)
class Row:
    route: str
    method: str
    about: str
    expected: dict  # {principal: cell}

    def __str__(self):
        return f"{self.method} {self.route} {self.about}"

    def refused(self):
        return [name for name, cell in self.expected.items() if cell in REFUSED]

    def let_in(self):
        return [name for name in self.expected if name not in self.refused()]


def rows(path):
    """The rows of one table; lines that begin with # are words for the reader."""
    lines = (line.split() for line in path.read_text().splitlines() if line.strip())
    return [
        Row(route, method, about, dict(zip(PRINCIPALS, cells, strict=True)))
        for route, method, about, *cells in lines
        if not route.startswith("#")
    ]


def routes():
    """The name of every route there is, but those of Django's own admin."""
    return {name for name in _named(get_resolver()) if not name.startswith("admin:")}


def _named(resolver, space=""):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _named(pattern, inner)
        elif pattern.name:
            yield space + pattern.name
