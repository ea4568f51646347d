from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from funnel.imports.undoing import check_undoable, undo, undoable
from funnel.models import Batch
from funnel.refusal import Refusal


class Command(BaseCommand):
    help = "Undo an import, for 30 days: what it made goes, what has lived on since stays."

    def add_arguments(self, parser):
        parser.add_argument("batch", type=int, help="its number")
        parser.add_argument("--dry-run", action="store_true", help="count, and change nothing")

    def handle(self, **options):
        batch = Batch.objects.filter(pk=options["batch"]).first()
        if batch is None:
            raise CommandError(_("There is no import %s.") % options["batch"])
        try:
            if not batch.undone_at:
                check_undoable(batch)
            done = undoable(batch) if options["dry_run"] else undo(batch, by=None)
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        self._tell(done)
        if options["dry_run"]:
            self.stdout.write(_("This was a dry run; nothing has changed."))

    def _tell(self, done):
        for label, count in done.goes.items():
            self.stdout.write(_("%(label)s: %(count)d go") % {"label": label, "count": count})
        for label, count in done.back.items():
            told = _("%(label)s: %(count)d fields are as before")
            self.stdout.write(told % {"label": label, "count": count})
        for label, whys in done.stays.items():
            for why, count in whys.items():
                told = _("%(label)s: %(count)d stay, %(why)s")
                self.stdout.write(told % {"label": label, "count": count, "why": why})
