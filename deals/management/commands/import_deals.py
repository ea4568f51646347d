from funnel.imports.command import ImportCommand


class Command(ImportCommand):
    help = "Import deals, on leads that are here, from a CSV file. docs/import.md says how."
    kind = "deals"
