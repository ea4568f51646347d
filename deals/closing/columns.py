"""What the columns of a file of deals may be, and how one that only says how it stands is read."""

import re

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.imports.colleagues import LONGEST as LONGEST_COLLEAGUE
from funnel.imports.fields import Field, Kind

NUMBERS = re.compile(r"[0-9]+(\s*;\s*[0-9]+)+")


class Outcome(TextChoices):
    OPEN = "open", gettext_lazy("Open")
    WON = "won", gettext_lazy("Won")
    LOST = "lost", gettext_lazy("Lost")


WORDS = {  # in a stage's name, in English, German, Portuguese and Spanish
    Outcome.WON: re.compile(r"\b(closed\s*won|won|gewonnen|ganh[oa]|ganad[oa])\b", re.IGNORECASE),
    Outcome.LOST: re.compile(r"\b(closed\s*lost|lost|verloren|perdid[oa])\b", re.IGNORECASE),
}
ENDS = {Outcome.WON: "won_at", Outcome.LOST: "lost_at"}


def outcome_of(cell):
    """How a deal of this stage stands: other programs name their stages as they like."""
    found = next((each for each, words in WORDS.items() if words.search(cell)), Outcome.OPEN)
    return str(found) if cell else ""


def first_number(cell):
    """Of several people on a deal the first is meant; ids that are not numbers stay whole."""
    return cell.split(";")[0] if NUMBERS.fullmatch(cell) else cell


FIELDS = (
    Field("source_id", gettext_lazy("own id of the deal"), Kind.ID),
    Field("lead_id", gettext_lazy("own id of the lead"), Kind.ID, tidy=first_number),
    Field("email", gettext_lazy("e-mail of the person"), Kind.EMAIL),
    Field("phone", gettext_lazy("phone of the person"), longest=40),
    Field("name", gettext_lazy("name of the deal")),
    Field("offered_by", gettext_lazy("offered by"), Kind.ID, longest=LONGEST_COLLEAGUE),
    Field("accepted_by", gettext_lazy("accepted by"), Kind.ID, longest=LONGEST_COLLEAGUE),
    Field("owner", gettext_lazy("owner"), Kind.ID, longest=LONGEST_COLLEAGUE),
    Field("opened_at", gettext_lazy("opened"), Kind.INSTANT),
    Field("won_at", gettext_lazy("won"), Kind.INSTANT),
    Field("lost_at", gettext_lazy("lost"), Kind.INSTANT),
    Field("outcome", gettext_lazy("how it stands"), Kind.CHOICE, choices=Outcome, tidy=outcome_of),
    Field("closed_at", gettext_lazy("closed, as it stands"), Kind.INSTANT, ahead=True),
    Field("amount", gettext_lazy("amount"), Kind.AMOUNT),
    Field("currency", gettext_lazy("currency"), Kind.ID, longest=3),
    Field("rate", gettext_lazy("what one unit of the currency is worth"), Kind.AMOUNT),
    Field("reason", gettext_lazy("reason, by key or name"), Kind.ID, longest=80),
    Field("words", gettext_lazy("the reason in words"), longest=4000),
)


def read_ending(row, task):
    """The one day of closing is that of winning or of losing, or of neither while it is open."""
    field, at = ENDS.get(row.get("outcome")), row.get("closed_at", None)
    if field is None or field in row.values:
        return
    if at is None:
        row.refuse("closed_at", _("The date is missing."), _("Fill it in."))
    elif at > task.at:
        row.refuse("closed_at", _("A deal cannot end in the future."), _("Correct the date."))
    else:
        row.values[field] = at
