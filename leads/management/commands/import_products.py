from funnel.imports.command import ImportCommand


class Command(ImportCommand):
    help = "Import products from a CSV file. docs/import.md says how."
    kind = "products"
