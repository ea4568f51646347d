"""Touches from a file: one row is one touch of one person, and maybe what it ended in."""

from django.db import models
from django.utils.translation import gettext_lazy

from funnel.imports.fields import Field, Kind
from funnel.imports.registry import Importer
from funnel.permissions import Can
from leads.people.imports import OTHERS_FIELDS, OTHERS_WHO, SAME_PERSON
from leads.touches.called import CALLED
from leads.touches.models import TouchKind
from leads.touches.rows import Chunk

OURS = {TouchKind.FORM, TouchKind.PROGRAM, TouchKind.HAND}  # what only this product can know
Brought = models.TextChoices(
    "Brought", [(each.name, (each.value, each.label)) for each in TouchKind if each not in OURS]
)
WORDS = {  # what other programs call them
    "impression": TouchKind.SEEN,
    "view": TouchKind.SEEN,
    "click": TouchKind.AD,
    "open": TouchKind.MAIL,
    "pageview": TouchKind.VISIT,
    "page view": TouchKind.VISIT,
    "scan": TouchKind.PRINT,
}


def kind_of(cell):
    return str(WORDS.get(cell.lower(), cell))


class TouchImporter(Importer):
    kind = "touches"
    label = gettext_lazy("Touches")
    told = gettext_lazy(
        "A row is one touch of one person; a column may say that it is a conversion too."
    )
    may = Can.RUN_CAMPAIGNS
    brings_people = True
    same = SAME_PERSON
    effects = gettext_lazy("Touches and conversions are written; no lead is born, no mail is sent.")
    fields = (
        Field("source_id", gettext_lazy("own id of the row"), Kind.ID),
        *OTHERS_FIELDS,
        Field("at", gettext_lazy("when"), Kind.INSTANT),
        Field("kind", gettext_lazy("kind"), Kind.CHOICE, choices=Brought, tidy=kind_of),
        Field("channel", gettext_lazy("channel"), longest=60),
        Field("campaign", gettext_lazy("campaign, by number, code or name"), longest=120),
        Field("page", gettext_lazy("page"), longest=500),
        Field("words", gettext_lazy("in their words"), longest=4000),
        Field("converted", gettext_lazy("is a conversion"), Kind.YES_NO),
        Field("goal", gettext_lazy("what the conversion was"), longest=60),
        Field("value", gettext_lazy("value of the conversion"), Kind.AMOUNT),
        Field("currency", gettext_lazy("currency"), Kind.ID, longest=3),
        Field("rate", gettext_lazy("what one unit of the currency is worth"), Kind.AMOUNT),
    )
    options = {}
    needs = (OTHERS_WHO, {"at"})
    called = CALLED

    def write(self, rows, task):
        chunk = Chunk.of(rows, task)
        for row in rows:
            chunk.judge(row)
        chunk.write([row for row in rows if row.outcome is None])
