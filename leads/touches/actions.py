from django.db import connection
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.models import Organisation
from funnel.money import freeze
from funnel.refusal import Refusal
from funnel.sets import insert, insert_values
from funnel.steps import recorded
from leads.touches.models import Conversion, Touchpoint


def touch(kind, *, at=None, by=None, sample=False, **what):
    """Write down one touch. `what`: person, lead, visitor, campaign, channel, words, page."""
    at = at or now()
    return Touchpoint.objects.create(
        kind=kind, at=at, recorded_at=recorded(at, sample=sample), by=by, sample=sample, **what
    )


def touch_many(touches, *, keys=False):
    """Write down a set of touches: a list of what `touch` takes, as dicts with kind and at.

    Returns their keys, where they are asked for.
    """
    learned = now()
    told = [{"recorded_at": one["at"] if one.get("sample") else learned} | one for one in touches]
    return insert_values(Touchpoint, told, keys=keys)


def convert(person, *, at=None, **said):
    """Write down that somebody converted, once. Returns the Conversion.

    `said`: see `conversion_of`, which also says what is refused.
    """
    base = Organisation.current().currency
    return convert_many([conversion_of(person, at=at or now(), base=base, **said)])[0]


def conversion_of(person, *, at, base, amount=None, currency="", rate=None, **more):
    """The Conversion that `convert` writes, unwritten; `base` is the organisation's currency.

    Without an `amount` its worth is unknown; `rate` is what one unit of another currency is worth
    in `base`. `more`: by, campaign, channel, goal, batch. Refusal for an amount below 0, see also
    `freeze`.
    """
    if amount is not None and amount < 0:
        raise Refusal(_("A conversion is worth nothing or more."), field="amount")
    frozen = freeze(amount, base if amount is None else currency or base, base, rate)
    learned = {"at": at, "recorded_at": recorded(at, sample=person.sample)}
    return Conversion(person=person, sample=person.sample, **more, **learned, **vars(frozen))


def convert_many(conversions):
    """Write what `conversion_of` made, in sets; returns them."""
    return insert(conversions)


def visit_many(visits, *, campaign, sample=False):
    """Write down visits that nobody is known behind, in one statement: (at, visitor, page) each."""
    columns = [list(column) for column in zip(*visits, strict=True)] or [[], [], []]
    with connection.cursor() as cursor:
        cursor.execute(VISIT_MANY, [campaign.pk, campaign.channel_id, sample, now(), *columns])


VISIT_MANY = """
INSERT INTO leads_touchpoint (at, recorded_at, visitor, page, kind, side, words,
                              campaign_id, channel_id, sample)
SELECT v.at, CASE WHEN c.sample THEN v.at ELSE c.known_at END, v.visitor, v.page,
       'visit', 'marketing', '', c.campaign_id, c.channel_id, c.sample
FROM (VALUES (%s::bigint, %s::bigint, %s::boolean, %s::timestamptz))
     AS c(campaign_id, channel_id, sample, known_at),
     unnest(%s::timestamptz[], %s::text[], %s::text[]) AS v(at, visitor, page)
"""
