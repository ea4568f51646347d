from funnel.imports.command import ImportCommand


class Command(ImportCommand):
    help = "Import leads from a CSV file. docs/import.md says how."
    kind = "leads"
