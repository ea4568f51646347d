from funnel.imports.command import ImportCommand
from leads.spending.presets import PRESETS, columns_of, currency_of


class Command(ImportCommand):
    help = "Import what advertising has cost, from a platform's CSV file. docs/import.md says how."
    kind = "spend"

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--preset", choices=PRESETS, help="whose export the file is")

    def mapping_for(self, mapping, header, options):
        if not options["preset"]:
            return mapping
        columns = columns_of(options["preset"], header) | mapping.columns
        currency = currency_of(columns.get("amount"))
        values = {"currency": {"": currency}} if currency and "currency" not in columns else {}
        return mapping.also(columns=columns, values=values | mapping.values)
