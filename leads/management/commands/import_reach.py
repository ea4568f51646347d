from funnel.imports.command import ImportCommand


class Command(ImportCommand):
    help = "Import how many were reached from a CSV file. docs/import.md says how."
    kind = "reach"
