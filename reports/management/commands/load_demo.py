from datetime import date

from django.core.management.base import BaseCommand, CommandError

from funnel.local.signins import PASSWORD, SIGNINS
from funnel.management.commands.sync_roles import sync_roles
from funnel.refusal import Refusal
from leads.models import Lead
from reports.demo.year import load


class Command(BaseCommand):
    help = "Load a believable year of an invented business, marked as a sample."

    def add_arguments(self, parser):
        parser.add_argument("--seed", type=int, default=1, help="another seed, another year")
        parser.add_argument("--until", type=date.fromisoformat, help="its last day, YYYY-MM-DD")
        parser.add_argument("--force", action="store_true", help="beside the leads that are there")
        parser.add_argument("--print-signins", action="store_true", help="say who may sign in")

    def handle(self, *, seed, until, force, print_signins, verbosity, **options):
        sync_roles()
        try:
            world = load(until=until, force=force, seed=seed)
        except Refusal as refusal:
            raise CommandError(refusal) from None
        if verbosity:
            self._tell(world)
        if print_signins:
            for email, role in SIGNINS:
                self.stdout.write(f"{role:12} {email}  {PASSWORD}")

    def _tell(self, world):
        leads, calendar = Lead.objects.filter(sample=True).count(), world.calendar
        self.stdout.write(
            f"{leads} leads of {world.organisation}, {calendar.first} to {calendar.last}.\n"
            f"From {world.leaks.social_from} the social campaign brings people who do not fit.\n"
            f"From {world.leaks.late_from} team Leipzig calls late or never."
        )
