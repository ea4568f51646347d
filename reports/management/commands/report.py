import json
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from funnel.models import Organisation
from funnel.period import Period
from funnel.refusal import Refusal
from leads.models import Campaign
from reports.campaign_export import campaign_rows, write_campaigns
from reports.conversion import conversion
from reports.export import as_json, write_csv
from reports.forms import FunnelForm
from reports.question import By, Mode
from reports.standalone import drawing


class Command(BaseCommand):
    help = "Print a report for programs and people outside."

    def add_arguments(self, parser):
        reports = parser.add_subparsers(dest="report", required=True)
        figures = reports.add_parser("conversion", help="How far leads climbed, as figures.")
        _days(figures, required=True)
        figures.add_argument("--by", choices=By.values, default="")
        figures.add_argument("--format", choices=["json", "csv"], default="json")
        campaigns = reports.add_parser("campaigns", help="What each campaign cost and brought.")
        campaigns.add_argument("--code", action="append", metavar="CODE", help="only this; again")
        campaigns.add_argument("--as-of", metavar="D", help="as known at the end of this day")
        campaigns.add_argument("--format", choices=["json", "csv"], default="json")
        drawn = reports.add_parser("picture", help="The funnel with the line, as an SVG file.")
        _days(drawn, required=False)
        drawn.add_argument("--out", required=True, type=Path, metavar="FILE.svg")

    def handle(self, **options):
        if options["report"] == "campaigns":
            self._campaigns(**options)
        else:
            self._funnel(options)

    def _campaigns(self, *, code, as_of, format, **_other):
        rows = campaign_rows(_chosen(code), as_of=_end_of(as_of))
        if format == "csv":
            write_campaigns(rows, self.stdout)
        else:
            self.stdout.write(json.dumps(rows, indent=2, ensure_ascii=False))

    def _funnel(self, options):
        asked = FunnelForm(options)
        if not asked.is_valid():
            raise CommandError(_told(asked.errors))
        found = conversion(**asked.asked())
        if options["report"] == "picture":
            options["out"].write_text(drawing(found, asked.organisation.currency))
        elif options["format"] == "csv":
            write_csv(found, self.stdout)
        else:
            self.stdout.write(json.dumps(as_json(found), indent=2, ensure_ascii=False))


def _days(parser, *, required):
    """The options that say what is asked."""
    parser.add_argument("--from", required=required, metavar="D", help="first day, 2026-01-31")
    parser.add_argument("--to", required=required, metavar="D", help="last day, included")
    parser.add_argument("--mode", choices=Mode.values, default=Mode.COHORT.value)
    parser.add_argument("--window", metavar="DAYS", help="from capture; 90 if not given")
    for by in By:
        parser.add_argument(f"--{by}", metavar="KEY", default="", help="only this one")


def _chosen(codes):
    """The campaigns of these codes, or all, by code; one that there is none of is named."""
    rows = Campaign.objects.select_related("channel", "parent").order_by("code")
    found = list(rows.filter(code__in=codes) if codes else rows)
    if missing := set(codes or ()) - {each.code for each in found}:
        raise CommandError(f"--code: there is no campaign {', '.join(sorted(missing))}.")
    return found


def _end_of(day):
    if not day:
        return None
    try:
        on = date.fromisoformat(day)
        return Period.of_days(on, on, Organisation.current().time_zone).end
    except (ValueError, Refusal) as wrong:
        raise CommandError(f"--as-of: {day} is no day such as 2026-01-31.") from wrong


def _told(errors):
    return " ".join(f"--{name}: {' '.join(said)}" for name, said in errors.items())
