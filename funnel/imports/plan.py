"""A file and a mapping, fitted together: how each of its records becomes a row."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from django.utils.translation import gettext as _

from funnel.imports.asking import form_of
from funnel.imports.cells import clean, readable
from funnel.imports.fields import Kind, reader
from funnel.imports.mapping import Mapping, check_names
from funnel.imports.reading import Place, broken, read_into, refuse_long
from funnel.imports.records import Broken
from funnel.imports.registry import Importer
from funnel.imports.rows import Outcome, Row, digest_of, own_of
from funnel.imports.shape import Shape
from funnel.imports.signs import give_currency, give_rate
from funnel.imports.totals import totals
from funnel.refusal import Refusal

LONGEST_SOURCE = 50
SOURCED = {"source_id", "person_id"}  # ids that mean somebody only with the name of their source
MONEY = {"amount", "value"}  # fields whose currency the field of that name says
SAMPLE = 1000  # records that are looked at before a format is asked for


@dataclass(frozen=True)
class Plan:
    importer: Importer
    mapping: Mapping
    shape: Shape
    zone: str
    places: tuple
    notes: tuple  # (column, index)

    @property
    def fingerprint(self):
        """Of all that decides what the import does: file, mapping, kind and zone."""
        said = [self.importer.kind, self.zone, self.shape.digest, self.mapping.fingerprint()]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()

    @cached_property
    def money(self):
        """The places of amounts that have a currency, and a column of their own."""
        if not any(field.name == "currency" for field in self.importer.fields):
            return ()
        return [each for each in self.places if each.name in MONEY and each.index is not None]

    @property
    def left_out(self):
        """The columns that nothing is made of."""
        taken = {place.index for place in self.places} | {index for _name, index in self.notes}
        return [name for index, name in enumerate(self.shape.header) if index not in taken]

    def rows(self):
        with totals(self._read() if self.importer.adds else (), self.importer) as summed:
            yield from map(summed, self._read())

    def _read(self):
        skipped = frozenset(self.mapping.left_out)
        for number, cells in self.shape.records():
            if number in skipped:
                yield Row(number, [], outcome=Outcome.SKIPPED)
            else:
                yield self._row(number, cells)

    def column(self, name):
        """The file's column of a field, or the field's own name where it has none."""
        index = next((place.index for place in self.places if place.name == name), None)
        return name if index is None else self.shape.header[index]

    def cell(self, name, row):
        index = next((place.index for place in self.places if place.name == name), None)
        return "" if index is None or index >= len(row.cells) else row.cells[index]

    def _row(self, number, cells):
        if isinstance(cells, Broken):
            return broken(number, cells)
        row = Row(number, [clean(cell) for cell in self._repaired(number, cells)])
        if not any(row.cells) or self.importer.passes_over(row.cells):
            row.outcome = Outcome.SKIPPED
            return row
        if any(row.cells[len(self.shape.header) :]):
            refuse_long(row)
        row.note = self._note(row)
        for place in self.places:
            read_into(row, place, self.shape.header)
        for place in self.money:
            if place.index < len(row.cells):
                give_currency(row, place.name, row.cells[place.index])
        if self.mapping.rates and "rate" not in row.values:
            give_rate(row, self.mapping.rates)
        row.digest = digest_of(row.values, row.note, self.mapping.policies)
        row.own = own_of(row.values, self.importer.keyed_by, self.importer.apart)
        self.importer.judge(row)
        return row

    def _repaired(self, number, cells):
        edits = self.mapping.cells.get(str(number)) if self.mapping.cells else None
        if not edits:
            return cells
        texts = dict(enumerate(cells)) | {int(index): text for index, text in edits.items()}
        return [texts.get(index, "") for index in range(max(texts) + 1)]

    def _note(self, row):
        kept = [(name, row.cells[index]) for name, index in self.notes if index < len(row.cells)]
        return "\n".join(f"{name}: {readable(cell)}" for name, cell in kept if cell)


def fit(importer, mapping, shape, zone, latest):
    """The Plan. Refusal where they do not fit; FormatAsked where a format has to be stated."""
    check_names(mapping, importer)
    columns = {**_same_named(importer, shape.header), **mapping.columns}
    indexes = {name: _index(column, shape) for name, column in columns.items() if column}
    importer.check({*indexes, *(name for name, means in mapping.values.items() if means.get(""))})
    if SOURCED & indexes.keys() and not mapping.source:
        raise Refusal(_("Name the source that the rows' own ids come from."), field="source")
    if len(mapping.source) > LONGEST_SOURCE:
        raise Refusal(_("The name of the source is too long."), field="source")
    forms = mapping.formats | _unstated(importer, mapping, indexes, shape)
    places = [
        Place(
            field.name,
            indexes.get(field.name),
            mapping.values.get(field.name, {}),
            reader(field, forms.get(field.name, ""), zone, latest),
            field.tidy,
            field.further,
            field.longest if field.kind == Kind.TEXT else None,
            frozenset(hint for name, hint in mapping.dropped if name == field.name),
        )
        for field in importer.fields
        if field.name in indexes or field.name in mapping.values
    ]
    notes = tuple((column, _index(column, shape)) for column in mapping.notes)
    return Plan(importer, mapping, shape, zone, tuple(places), notes)


def _same_named(importer, header):
    """A column that is called like a field needs no mapping."""
    called = {name.lower().replace("-", "").replace(" ", "_"): name for name in header}
    return {field.name: called[field.name] for field in importer.fields if field.name in called}


def _index(column, shape):
    if column in shape.header:
        return shape.header.index(column)
    words = {"column": column, "columns": ", ".join(shape.header)}
    raise Refusal(_("There is no column %(column)s. The columns are: %(columns)s.") % words)


def _unstated(importer, mapping, indexes, shape):
    """The formats of the date and number columns that state none."""
    asked = [
        field
        for field in importer.fields
        if field.name in indexes
        and field.kind in (Kind.INSTANT, Kind.AMOUNT)
        and field.name not in mapping.formats
    ]
    sample = [cells for _number, cells in islice(shape.records(), SAMPLE)] if asked else []
    forms = {}
    for field in asked:
        index = indexes[field.name]
        cells = [
            cells[index]
            for cells in map(_cleaned, sample)
            if index < len(cells) and not importer.passes_over(cells)
        ]
        known = mapping.values.get(field.name, {})
        cells = [field.tidy(cell) for cell in cells if cell and cell not in known]
        if cells:
            forms[field.name] = form_of(field, shape.header[index], cells)
    return forms


def _cleaned(cells):
    return [] if isinstance(cells, Broken) else [clean(cell) for cell in cells]
