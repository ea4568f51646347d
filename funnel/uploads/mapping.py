"""What was said about an upload, as the Mapping that an import goes by."""

from django.utils.timezone import now

from funnel.imports.mapping import Mapping
from funnel.imports.plan import fit
from funnel.imports.registry import importer_of
from funnel.models import Organisation

TUPLES = ("notes", "dropped", "undated", "left_out")


def mapping_of(upload):
    """The Mapping with its repairs; a field that nobody gave a column has none."""
    said = {name: tuple(v) if name in TUPLES else v for name, v in upload.mapping.items()}
    mapping = Mapping(**said)
    columns = dict.fromkeys((field.name for field in importer_of(upload.kind).fields), "")
    return repaired(mapping.also(columns=columns | mapping.columns), upload.repairs)


def repaired(mapping, repairs):
    """The mapping with what each of the repairs adds to it."""
    values = {field: dict(meant) for field, meant in mapping.values.items()}
    cells = dict(mapping.cells)
    dropped, left_out = set(mapping.dropped), set(mapping.left_out)
    undated = set(mapping.undated)
    for repair in repairs:
        if repair["how"] == "value":
            values.setdefault(repair["field"], {})[repair["cell"]] = repair["means"]
        elif repair["how"] == "drop":
            dropped.add((repair["field"], repair.get("hint", "")))
        elif repair["how"] == "undated":
            undated.add(repair["field"])
            dropped.add((repair["field"], repair["hint"]))
        elif repair["how"] == "leave":
            left_out.update(repair["rows"])
        elif repair["how"] == "cells":
            cells[str(repair["row"])] = repair["cells"]
    return mapping.also(
        values=values,
        cells=cells,
        dropped=tuple(sorted(dropped)),
        undated=tuple(sorted(undated)),
        left_out=tuple(sorted(left_out)),
    )


def plan_of(upload, shape):
    """The Plan of the upload's table. Refusal where something is still to be said."""
    importer = importer_of(upload.kind)
    return fit(importer, mapping_of(upload), shape, Organisation.current().time_zone, now())
