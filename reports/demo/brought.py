"""A file of the fair's cards that Mara brought: checked, with a few rows still to be repaired."""

from django.core.files.base import ContentFile

from funnel.models import UploadState
from funnel.models.upload import OPEN, Upload
from funnel.uploads.actions.asking import ask, decide
from funnel.uploads.actions.receiving import receive
from funnel.uploads.actions.working import check
from reports.demo.names import FIRST, LAST
from reports.demo.piece import tried

CARDS = 60
HEADER = "Name;E-Mail;Phone;Company;Date;Kind;Stand"
COLUMNS = {
    "name": "Name",
    "email": "E-Mail",
    "phone": "Phone",
    "company": "Company",
    "captured_at": "Date",
    "kind": "Kind",
}


def run(world):
    """Nothing of it is written: what it would do is there to be looked at."""
    mara = world.cast.users["mara"]
    day = world.calendar.last
    lines = [HEADER, *(_card(number, day) for number in range(CARDS))]
    file = ContentFile("\r\n".join(lines).encode(), "fair-hamburg-cards.csv")
    upload = receive("leads", file, by=mara, sample=True)
    mapping = {
        "columns": COLUMNS,
        "notes": ["Stand"],
        "formats": {"captured_at": "DD.MM.YYYY"},
        "values": {"owner": {"": mara.email}},
        "options": {"at_stage": "captured"},
    }
    upload = decide(upload, mapping=mapping, permission="Agreed on the card at the fair")
    with tried():
        check(ask(upload, UploadState.CHECKING, of=OPEN))
    then = world.calendar.over
    Upload.objects.filter(pk=upload.pk).update(given_at=then, changed_at=then)


def _card(number, day):
    first, last = FIRST[number], LAST[number % len(LAST)]
    mail = f"visitor{number}@fair.example" if number % 17 else "illegible"
    kind = "new" if number % 9 else "walk-in"
    cells = [f"{first} {last}", mail, "", f"{last} Innenausbau", f"{day:%d.%m.%Y}", kind, "B4"]
    return ";".join(cells)
