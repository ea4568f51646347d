"""The rows of a file of touches, read and written together."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from funnel.imports.policies import HERE_NOT
from funnel.imports.rounding import round_off
from funnel.imports.rows import Outcome
from funnel.models import Organisation
from funnel.refusal import Refusal
from leads.campaigns.imports import (
    Channels,
    campaigns_named,
    channels_named,
    judge_campaign,
    judge_channel,
)
from leads.people.actions import find_or_add_many
from leads.people.imports import called, judge_whom, known_of
from leads.people.models import Person
from leads.touches.actions import conversion_of, convert_many, touch_many
from leads.touches.models import Conversion, TouchKind, Touchpoint

NOBODY = Person()  # whose a conversion is while its money is only checked


@dataclass
class Chunk:
    """Rows that are written together, and what they name, looked up once."""

    task: object
    base: str
    channels: Channels
    campaigns: dict
    here: dict  # {touchpoint's key: touchpoint} of rows that were imported before

    @classmethod
    def of(cls, rows, task):
        return cls(
            task,
            Organisation.current().currency,
            channels_named({row.get("channel") for row in rows}, task.batch),
            campaigns_named({row.get("campaign") for row in rows}),
            Touchpoint.objects.in_bulk({row.made for row in rows if row.made}),
        )

    def judge(self, row):
        """Refuse a row that cannot be."""
        judge_whom(row)
        if "at" not in row.values:
            row.refuse("at", _("The date is missing."), _("Fill it in."))
        judge_campaign(row, self.campaigns)
        judge_channel(row, self.channels, self.task)
        if row.outcome is None and _converts(row):
            round_off(row, "value", row.get("currency") or self.base)
            self._judge_worth(row)

    def write(self, rows):
        """Write the touches that are new, and the conversions that were not told before.

        A touch that is here stays as it is: what happened is never edited.
        """
        pairs = list(zip(rows, self._people(rows), strict=True))
        new = [pair for pair in pairs if pair[0].made not in self.here]
        keys = touch_many([self._touch(row, person) for row, person in new], keys=True)
        for (row, person), key in zip(new, keys, strict=True):
            row.settle(Outcome.CREATED, key)
            if self.task.preview:
                _tell(row, person)
        later = self._told_later([pair for pair in pairs if pair[0].outcome is None])
        ends = [pair for pair in [*new, *later] if _converts(pair[0])]
        convert_many([self._conversion(row, person) for row, person in ends])

    def _people(self, rows):
        """Who each row is about; somebody of whom many rows say the same is looked up once."""
        known = [known_of(row, self.task, own="person_id") for row in rows]
        each = list(dict.fromkeys(known))
        people = dict(zip(each, find_or_add_many(each, batch=self.task.batch), strict=True))
        return [people[one] for one in known]

    def _told_later(self, known):
        """Of rows that were here: those that only now say that they are a conversion."""
        ends = [(row, person) for row, person in known if _converts(row)]
        people, moments = {person.pk for _row, person in ends}, {row.get("at") for row, _ in ends}
        there = Conversion.objects.filter(person__in=people, at__in=moments)
        before = set(there.values_list("person", "at")) if ends else set()
        later = [(row, person) for row, person in ends if (person.pk, row.get("at")) not in before]
        for row, _person in known:
            row.settle(Outcome.UNCHANGED, row.made)
        for row, person in later:
            row.outcome = Outcome.UPDATED
            if self.task.preview:
                row.change(called(row, person), _("conversion"), HERE_NOT, _worth(row))
        return later

    def _judge_worth(self, row):
        try:
            self._conversion(row, NOBODY)
        except Refusal as refusal:
            field = "value" if refusal.field == "amount" else refusal.field or ""
            row.refuse(field, refusal.message)

    def _touch(self, row, person):
        return {
            "kind": row.get("kind") or TouchKind.IMPORT,
            "person": person,
            "sample": person.sample,
            "words": "\n".join(filter(None, [row.get("words"), row.note])),
            "page": row.get("page"),
            **self._where(row),
        }

    def _conversion(self, row, person):
        return conversion_of(
            person,
            base=self.base,
            amount=row.get("value", None),
            currency=row.get("currency").upper(),
            rate=row.get("rate", None),
            goal=row.get("goal"),
            **self._where(row),
        )

    def _where(self, row):
        campaign = next(iter(self.campaigns.get(row.get("campaign"), ())), None)
        return {
            "at": row.get("at"),
            "by": self.task.batch.by,
            "batch": self.task.batch,
            "campaign": campaign,
            "channel": self.channels.get(row.get("channel")) or (campaign and campaign.channel),
        }


def _tell(row, person):
    kind = TouchKind(row.get("kind") or TouchKind.IMPORT).label
    row.change(called(row, person), _("touch"), HERE_NOT, kind)
    if _converts(row):
        row.change(called(row, person), _("conversion"), HERE_NOT, _worth(row))


def _worth(row):
    said = f"{row.get('value', '')} {row.get('currency').upper()}".strip()
    return ", ".join(filter(None, [row.get("goal"), said or _("worth not known")]))


def _converts(row):
    """A row says so; where it says neither, its value does."""
    return row.get("converted", bool(row.get("value", 0)))
