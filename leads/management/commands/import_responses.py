from funnel.imports.command import ImportCommand


class Command(ImportCommand):
    help = "Import who was in which campaign, from a CSV file. docs/import.md says how."
    kind = "responses"
