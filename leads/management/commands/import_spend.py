from funnel.imports.command import ImportCommand


class Command(ImportCommand):
    help = "Import what advertising has cost, from a platform's CSV file. docs/import.md says how."
    kind = "spend"
