"""Which column is which field, in which format, and which of its values mean something else."""

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from django.utils.translation import gettext as _

from funnel.imports.policies import POLICIES
from funnel.refusal import Refusal


@dataclass(frozen=True)
class Mapping:
    """`columns`: field → column, "" for none. `values`: field → {cell: what it means}.

    `formats`: field → date or number format. `notes`: columns kept as a note. `options`: what the
    importer offers beside. A value for the blank cell holds for a field without a column too.
    `rates`: currency → what one of it is worth, for the rows that say no rate.
    `policies`: field → what a row may do to it on a record that is here, see
    funnel.imports.policies; what is blank is filled in unless said.

    Repairs: `dropped` are pairs of a field and the hint of what is wrong with its cells: where they
    cannot be, for that reason, they are kept in the row's note and count as blank; `undated` are
    fields whose instant, where a row says none, is that of the import, not known; `left_out` the
    numbers of rows to skip; `cells`: row → {column's index: text}.
    """

    source: str = ""
    columns: dict = field(default_factory=dict)
    values: dict = field(default_factory=dict)
    formats: dict = field(default_factory=dict)
    notes: tuple = ()
    options: dict = field(default_factory=dict)
    rates: dict = field(default_factory=dict)
    policies: dict = field(default_factory=dict)
    dropped: tuple = ()
    undated: tuple = ()
    left_out: tuple = ()
    cells: dict = field(default_factory=dict)

    def also(self, **more):
        """This mapping with `more` in it: dicts are added to, other values replaced."""
        merged = {
            name: {**getattr(self, name), **value} if isinstance(value, dict) else value
            for name, value in more.items()
        }
        return replace(self, **merged)

    def fingerprint(self):
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)


def read_mapping(path, importer):
    """The mapping in a JSON file. Refusal, in one line, where it cannot be one."""
    try:
        said = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        words = {"path": path, "why": error.strerror}
        raise Refusal(_("%(path)s cannot be read: %(why)s.") % words) from error
    except ValueError as error:
        raise Refusal(_("%(path)s is not JSON: %(why)s.") % {"path": path, "why": error}) from error
    return mapping_of(said, importer, path)


PARTS = {"source": str, "columns": dict, "values": dict, "formats": dict, "notes": list}
PARTS |= {"policies": dict, "rates": dict}


SAID = ("source", "values", "formats", "policies", "rates")


def mapping_of(said, importer, name):
    """The mapping that `said`, as JSON gives it, is. Refusal, naming `name`, where it is none."""
    allowed = PARTS | dict.fromkeys(importer.options, str)
    if not isinstance(said, dict) or set(said) - set(allowed):
        raise _not_a_mapping(name, _("it may hold %s") % ", ".join(allowed))
    for part, value in said.items():
        if not isinstance(value, allowed[part]) or not _all_text(value):
            raise _not_a_mapping(name, part)
    columns = {key: column or "" for key, column in said.get("columns", {}).items()}
    parts = {part: said[part] for part in SAID if part in said}
    options = {option: said[option] for option in importer.options if option in said}
    return Mapping(**parts, columns=columns, notes=tuple(said.get("notes", ())), options=options)


def _all_text(value):
    if isinstance(value, dict):
        return all(map(_all_text, value.values()))
    if isinstance(value, list):
        return all(isinstance(each, str) for each in value)
    return value is None or isinstance(value, str)


def check_names(mapping, importer):
    """Raise Refusal for a field, an option or an option's value that there is not."""
    known = {each.name for each in importer.fields}
    for name in [*mapping.columns, *mapping.values, *mapping.formats]:
        if name not in known:
            words = {"name": name, "fields": ", ".join(each.name for each in importer.fields)}
            raise Refusal(_("There is no field %(name)s. The fields are: %(fields)s.") % words)
    for name, value in mapping.policies.items():
        if name not in importer.policies:
            words = {"name": name, "fields": ", ".join(importer.policies) or "—"}
            raise Refusal(_("%(name)s takes no policy. These do: %(fields)s.") % words)
        if value not in POLICIES:
            words = {"name": name, "values": ", ".join(POLICIES)}
            raise Refusal(_("The policy of %(name)s is one of: %(values)s.") % words)
    for name, value in mapping.options.items():
        if value not in importer.options[name]:
            words = {"name": name, "values": ", ".join(importer.options[name])}
            raise Refusal(_("%(name)s is one of: %(values)s.") % words)


def _not_a_mapping(name, why):
    return Refusal(_("%(name)s is not a mapping: %(why)s.") % {"name": name, "why": why})
