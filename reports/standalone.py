"""The picture as a file of its own, with its colours in it, for a README or a slide."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from reports.conversion import Conversion
from reports.layout import columns
from reports.picture import picture
from reports.waiting import at_the_line

TOKEN = re.compile(r"--([\w-]+):\s*light-dark\((.+)\);")
FONT = re.compile(r"--(sans|serif):\s*([^;]+);")
TOP_LEVEL_COMMA = re.compile(r",\s*(?![^(]*\))")


def drawing(conversion: Conversion, currency):
    """An SVG document as text. Light, and dark where the reader's system is."""
    drawn = picture(conversion)
    tokens = _read("css/tokens.css")
    pairs = {name: TOP_LEVEL_COMMA.split(both) for name, both in TOKEN.findall(tokens)}
    fonts = {name: " ".join(value.split()) for name, value in FONT.findall(tokens)}
    context = {
        "picture": drawn,
        "columns": columns(drawn),
        "line": at_the_line(conversion.question) if conversion.question.is_cohort else None,
        "currency": currency,
        "light": _root({name: light for name, (light, _dark) in pairs.items()} | fonts),
        "dark": _root({name: dark for name, (_light, dark) in pairs.items()}),
        "sheet": _read("css/components/picture.css"),
    }
    return render_to_string("reports/picture.svg", context)


def _root(values):
    said = " ".join(f"--{name}: {value};" for name, value in values.items())
    return f":root {{ {said} }}"


def _read(name):
    return Path(finders.find(name)).read_text()
