"""What advertising has cost, from the file that its platform exports: one row is one day of one ad
group. The same row again is nothing; another cost for the same day writes the difference."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.imports.fields import Field, Kind
from funnel.imports.presets import columns_of, currency_of
from funnel.imports.reading import note
from funnel.imports.registry import Importer
from funnel.permissions import Can
from leads.spending.models import SpendKind
from leads.spending.presets import CALLED, PRESETS
from leads.spending.rows import NEEDED, Chunk

SUM = re.compile(r"(grand )?total\b", re.IGNORECASE)  # how a line of sums begins
NONE = {"--", "-", "–", "—"}  # how platforms write that there was nothing


def nothing_is_0(cell):
    return "0" if cell in NONE else cell


class SpendImporter(Importer):
    kind = "spend"
    label = gettext_lazy("Spend")
    told = gettext_lazy("A row is what one campaign or ad group has cost on one day.")
    may = Can.RUN_CAMPAIGNS
    same = gettext_lazy(
        "A row is known by its own id, else by day, campaign, ad group and invoice. Another cost "
        "for the same is written as the difference. Rows of one file that are so known add up."
    )
    effects = gettext_lazy("Impressions become reach of that day. What is written counts at once.")
    fields = (
        Field("source_id", gettext_lazy("own id"), Kind.ID),
        Field("on", gettext_lazy("day"), Kind.INSTANT),
        Field("until", gettext_lazy("last day of a span"), Kind.INSTANT),
        Field("campaign", gettext_lazy("campaign, by number, code or name"), longest=120),
        Field("amount", gettext_lazy("cost"), Kind.AMOUNT, tidy=nothing_is_0),
        Field("currency", gettext_lazy("currency"), Kind.ID, longest=3),
        Field("rate", gettext_lazy("what one unit of the currency is worth"), Kind.AMOUNT),
        Field("what", gettext_lazy("for what, such as the ad group"), longest=80),
        Field("kind", gettext_lazy("kind"), Kind.CHOICE, choices=SpendKind),
        Field("vendor", gettext_lazy("vendor"), longest=120),
        Field("invoice", gettext_lazy("invoice"), longest=60),
        Field("ad", gettext_lazy("ad, kept as a note"), longest=120),
        Field("impressions", gettext_lazy("impressions"), Kind.AMOUNT, tidy=nothing_is_0),
    )
    options = {}
    needs = tuple({name} for name in sorted(NEEDED))
    called = CALLED
    presets = PRESETS
    keyed_by = (
        ("source_id",),
        ("on", "campaign", "what", "invoice"),
        ("on", "campaign", "what"),
        ("on", "campaign"),
    )

    apart = ("kind", "vendor")
    adds = ("amount", "impressions")
    alike = ("until", "currency", "rate")

    def judge(self, row):
        if ad := row.values.pop("ad", ""):
            note(row, _("Ad"), ad)
        row.miss(sorted(NEEDED))

    def begins(self, names):
        low = {name.casefold() for name in names}
        return low >= NEEDED or any(
            {"on", "campaign"} <= columns_of(each, names).keys() for each in PRESETS
        )

    def implied(self, columns):
        """The currency behind the name of the amounts' column holds for the file."""
        currency = currency_of(columns.get("amount"))
        return {"currency": {"": currency}} if currency and not columns.get("currency") else {}

    def passes_over(self, cells):
        return any(SUM.match(cell) for cell in cells[:2])

    def write(self, rows, task):
        chunk = Chunk.of(rows, task)
        for row in rows:
            chunk.read(row)
        chunk.write([row for row in rows if row.outcome is None])
