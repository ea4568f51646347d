from funnel.imports.command import ImportCommand


class Command(ImportCommand):
    help = "Import touches and conversions from a CSV file. docs/import.md says how."
    kind = "touches"
