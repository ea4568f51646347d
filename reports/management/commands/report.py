import json

from django.core.management.base import BaseCommand, CommandError

from reports.conversion import conversion
from reports.export import as_json, write_csv
from reports.forms import FunnelForm
from reports.question import By, Mode


class Command(BaseCommand):
    help = "Print a report for programs and people outside."

    def add_arguments(self, parser):
        reports = parser.add_subparsers(dest="report", required=True)
        asked = reports.add_parser("conversion", help="How far leads climbed, and where they went.")
        asked.add_argument("--from", required=True, metavar="D", help="first day, 2026-01-31")
        asked.add_argument("--to", required=True, metavar="D", help="last day, included")
        asked.add_argument("--mode", choices=Mode.values, default=Mode.COHORT.value)
        asked.add_argument("--window", metavar="DAYS", help="from capture; 90 if not given")
        asked.add_argument("--by", choices=By.values, default="")
        for by in By:
            asked.add_argument(f"--{by}", metavar="KEY", default="", help="only this one")
        asked.add_argument("--format", choices=["json", "csv"], default="json")

    def handle(self, **options):
        asked = FunnelForm(options)
        if not asked.is_valid():
            raise CommandError(_told(asked.errors))
        found = conversion(**asked.asked())
        if options["format"] == "csv":
            write_csv(found, self.stdout)
        else:
            self.stdout.write(json.dumps(as_json(found), indent=2, ensure_ascii=False))


def _told(errors):
    return " ".join(f"--{name}: {' '.join(said)}" for name, said in errors.items())
