"""What the commands that import a file have in common."""

import json
import sys
from contextlib import nullcontext

import pghistory
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from funnel.imports.asking import FormatAsked
from funnel.imports.fields import Kind
from funnel.imports.mapping import Mapping, read_mapping
from funnel.imports.plan import fit
from funnel.imports.policies import POLICIES
from funnel.imports.presets import preset_mapping
from funnel.imports.registry import importer_of
from funnel.imports.running import run
from funnel.imports.shape import shape_of
from funnel.models import Organisation, User
from funnel.refusal import Refusal

TOLD = {
    "created": gettext_lazy("created"),
    "updated": gettext_lazy("updated"),
    "unchanged": gettext_lazy("unchanged"),
    "skipped": gettext_lazy("skipped"),
    "errors": gettext_lazy("errors"),
    "flagged": gettext_lazy("flagged"),
}
FLAGS = {Kind.INSTANT: "--date-format", Kind.AMOUNT: "--number-format"}


class ImportCommand(BaseCommand):
    """A subclass names its `kind`; see docs/import.md."""

    kind = ""

    @property
    def importer(self):
        return importer_of(self.kind)

    def add_arguments(self, parser):
        add = parser.add_argument
        add("file", help="CSV; encoding and separator are found")
        add("--map", nargs="+", action="extend", default=[], metavar="FIELD=COLUMN")
        add("--mapping", metavar="FILE", help="a JSON file that holds the whole mapping")
        add("--source", help="the name of where the rows' own ids come from")
        form = {"action": "append", "default": [], "metavar": "[FIELD=]FORMAT"}
        add("--date-format", **form, help="such as DD-MM-YYYY; for one field or for all")
        add("--number-format", **form, help="such as 1.000,50; for one field or for all")
        add("--note", nargs="+", action="extend", metavar="COLUMN", help="keep as a note")
        if self.importer.presets:
            keys = [each.key for each in self.importer.presets]
            add("--preset", choices=keys, help="whose export the file is")
        if self.importer.policies:
            policy = f"FIELD={'|'.join(POLICIES)}"
            add("--policy", nargs="+", action="extend", default=[], metavar=policy)
        for option, values in self.importer.options.items():
            add(f"--{option.replace('_', '-')}", choices=values, dest=option)
        add("--by", metavar="E-MAIL", help="whose work this is")
        add("--dry-run", action="store_true", help="count, and change nothing")
        add("--errors", metavar="FILE", help="where to write the rows that were refused")
        add("--format", choices=["text", "json"], default="text")

    def handle(self, **options):
        try:
            plan = self._plan(options)
            by = _user(options["by"])
            with pghistory.context(user=by.pk) if by else nullcontext():
                result = run(
                    plan,
                    by=by,
                    dry_run=options["dry_run"],
                    errors=options["errors"],
                    progress=self._progress,
                )
        except KeyboardInterrupt as stop:
            told = _("Stopped. The same command goes on where this one was.")
            raise CommandError(told, returncode=130) from stop
        except FormatAsked as asked:
            raise CommandError(f"{asked.message} {_how_to_say(asked)}") from asked
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        if options["format"] == "json":
            self.stdout.write(json.dumps(result.counts.as_dict()))
        else:
            self._tell(result, plan, options)

    def _plan(self, options):
        mapping = Mapping()
        if options["mapping"]:
            mapping = read_mapping(options["mapping"], self.importer)
        mapping = mapping.also(columns=dict(map(_pair, options["map"])))
        stated = ("source", options["source"]), ("notes", tuple(options["note"] or ()))
        mapping = mapping.also(
            **{name: value for name, value in stated if value},
            policies=dict(map(_pair, options.get("policy", ()))),
            formats={
                **self._formats(Kind.INSTANT, options["date_format"], mapping),
                **self._formats(Kind.AMOUNT, options["number_format"], mapping),
            },
            options={name: options[name] for name in self.importer.options if options[name]},
        )
        shape = shape_of(options["file"], self.importer.begins)
        if key := options.get("preset"):
            mapping = preset_mapping(self.importer, key, mapping, shape.header)
        return fit(self.importer, mapping, shape, Organisation.current().time_zone, now())

    def _formats(self, kind, stated, mapping):
        """{field: format}; a format may be given for a field, for its column, or for all."""
        fields = [field.name for field in self.importer.fields if field.kind == kind]
        named = {**{mapping.columns.get(name): name for name in fields}, **{n: n for n in fields}}
        formats = {}
        for each in stated:
            name, equals, form = each.partition("=")
            if equals and name not in named:
                words = {"name": name, "fields": ", ".join(fields)}
                raise Refusal(_("%(name)s has no such format. Those are: %(fields)s.") % words)
            formats |= {named[name]: form} if equals else dict.fromkeys(fields, each)
        return formats

    def _progress(self, rows):
        if sys.stderr.isatty():
            self.stderr.write(_("%d rows done") % rows, ending="\r")

    def _tell(self, result, plan, options):
        counts = result.counts.as_dict()
        if result.resumed_after:
            self.stdout.write(
                _("Went on after row %d, where this import had stopped.") % result.resumed_after
            )
        self.stdout.write(
            ngettext("%d row: ", "%d rows: ", counts["rows"]) % counts["rows"]
            + ", ".join(f"{counts[name]} {word}" for name, word in TOLD.items())
        )
        if plan.left_out:
            self.stdout.write(_("Not taken: %s.") % ", ".join(plan.left_out))
        if counts["errors"] and options["errors"]:
            self.stdout.write(_("The refused rows are in %s.") % options["errors"])
        if options["dry_run"]:
            self.stdout.write(_("This was a dry run; nothing has changed."))


def _pair(text):
    name, equals, column = text.partition("=")
    if not equals:
        raise Refusal(_("%s is not FIELD=COLUMN.") % text)
    return name.strip(), column.strip()


def _how_to_say(asked):
    forms = asked.readings or ["YYYY-MM-DD HH:mm:ss" if asked.kind == Kind.INSTANT else "1.000,50"]
    said = [f"{FLAGS[asked.kind]} {_quoted(f'{asked.field}={form}')}" for form in forms]
    return _("Say which: %s") % _(" or ").join(said)


def _quoted(text):
    return f"'{text}'" if set(text) - set(text.replace(" ", "").replace("'", "")) else text


def _user(email):
    if not email:
        return None
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        raise Refusal(_("Nobody here has the e-mail %s.") % email)
    return user
