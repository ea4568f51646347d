"""What the columns of a file may be, guessed before anybody has said it, and how sure that is."""

import re
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.imports.fields import Kind
from funnel.imports.presets import columns_of
from funnel.models import Upload

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
PHONE = re.compile(r"\+?[0-9][0-9 ()/.\-]{6,19}")
MOST = 0.8  # of a column's cells have to look alike
AS_BEFORE = gettext_lazy("as last time (by %(who)s, %(day)s)")
UNKNOWN = gettext_lazy("no field is known for it")
BY_NAME = gettext_lazy("by its name")
BY_CELLS = gettext_lazy("by its cells")


@dataclass(frozen=True)
class Guess:
    target: str  # a field's name, "note", or blank where it is left out
    why: str


def guesses(importer, header, samples):
    """{column's index: Guess} of those that can be guessed; no field twice.

    The names of the export that fits best come first, then those that `importer` knows, then what
    the cells look like. `samples`: the different cells of each column.
    """
    found = {}
    for names, why in [*_of_export(importer, header), (_known(importer), BY_NAME)]:
        for index, column in enumerate(header):
            field = names.get(_plain(column))
            if field and index not in found and not _taken(found, field):
                found[index] = Guess(field, why)
    for index, cells in enumerate(samples):
        field = _by_cells(importer, cells)
        if field and index not in found and not _taken(found, field):
            found[index] = Guess(field, BY_CELLS)
    return found


def mapping_before(upload):
    """(the mapping, why) of the latest file of the same shape that the same person imported, else
    that anybody did; ({}, "") where nobody has."""
    latest = _latest(upload)
    if latest is None:
        return {}, ""
    mapping = latest.mapping | {"rates": {}}  # what a rate was is no rate of today
    if latest.by != upload.by:
        meant = mapping.get("values", {})
        mapping["values"] = {name: cells for name, cells in meant.items() if name != "owner"}
    on = date_format(localtime(latest.given_at), "j M")
    return mapping, AS_BEFORE % {"who": latest.by, "day": on}


def repairs_before(upload, columns):
    """What values of the same columns meant then; each can be taken back. `columns` are {field:
    column} as they are now."""
    latest = _latest(upload)
    if latest is None:
        return []
    theirs = {"owner"} if latest.by != upload.by else set()
    then = latest.mapping.get("columns", {})
    same = {name for name, column in columns.items() if then.get(name) == column} - theirs
    meant = [each for each in latest.repairs if each["how"] == "value" and each["field"] in same]
    return [each | {"count": None, "before": True} for each in meant]


def _latest(upload):
    same = Upload.objects.filter(shape_key=upload.shape_key).exclude(pk=upload.pk)
    done = same.exclude(batch=None).select_related("by")
    return done.filter(by=upload.by).first() or done.first()


def export_of(importer, header):
    """The program's Preset whose columns the file has most of, at least four; else None."""
    found = {preset.key: len(columns_of(preset, header)) for preset in importer.presets}
    best = max(importer.presets, key=lambda preset: found[preset.key], default=None)
    return best if best and found[best.key] >= 4 else None


def knows(importer, names):
    """Whether one of the `names` is that of a column which `importer` knows."""
    return not _known(importer).keys().isdisjoint(map(_plain, names))


def _known(importer):
    names = {}
    for field in importer.fields:
        for name in (field.name, str(field.label), *importer.called.get(field.name, ())):
            names.setdefault(_plain(name), field.name)
    return names


def _of_export(importer, header):
    preset = export_of(importer, header)
    if preset is None:
        return []
    names = {_plain(column): field for field, column in columns_of(preset, header).items()}
    return [(names, _("as %s calls it") % preset.label)]


def _by_cells(importer, cells):
    if not cells:
        return ""
    names = {field.name: field for field in importer.fields}
    if "email" in names and _most(EMAIL, cells):
        return "email"
    digits = "phone" in names and names["phone"].kind == Kind.TEXT
    return "phone" if digits and _most(PHONE, [c for c in cells if not _date(c)]) else ""


def _most(pattern, cells):
    return bool(cells) and sum(map(bool, map(pattern.fullmatch, cells))) >= MOST * len(cells)


def _date(cell):
    return re.match(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}", cell)


def _taken(found, field):
    return any(guess.target == field for guess in found.values())


def _plain(name):
    return re.sub(r"[\s_\-]+", " ", name.casefold()).strip()
