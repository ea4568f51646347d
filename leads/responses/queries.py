from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from funnel.ratio import Ratio
from leads.people.keys import email_key, phone_key
from leads.people.models import MatchKey, Person
from leads.responses.models import CampaignResponse
from leads.responses.statuses import Status, statuses_of

RESPONDED, EVERYBODY = "responded", "all"
MOST = 2000  # people in one pasted list


@dataclass(frozen=True)
class Answers:
    """Who is in a campaign: how many by status, and how many of them did something."""

    counts: tuple[tuple[str, str, int], ...]  # (status, its label, how many), those of its type
    responded: Ratio


def answers(campaign):
    """The Answers of a campaign, in two queries."""
    rows = campaign.responses.order_by().values_list("status").annotate(n=Count("pk"))
    found = dict(rows)
    known = [*statuses_of(campaign), *(status for status in found if status)]
    kinds = dict.fromkeys(known)
    counts = tuple((status, Status(status).label, found.get(status, 0)) for status in kinds)
    whole = sum(found.values())
    return Answers(
        counts, Ratio(campaign.responses.exclude(first_responded_at=None).count(), whole)
    )


def views_of(answers):
    """({view: label}, {view: how many}) of the list of who is in a campaign."""
    views = {EVERYBODY: _("All"), RESPONDED: _("Responded")}
    counts = {EVERYBODY: answers.responded.whole, RESPONDED: answers.responded.part}
    for status, label, number in answers.counts:
        views[status], counts[status] = label, number
    return views, counts


def in_view(campaign, view, words=""):
    """Who is in a campaign, in one of `views_of` it, the latest first."""
    rows = campaign.responses.select_related("person__company")
    rows = rows.prefetch_related("person__keys", "steps__by")
    if view == RESPONDED:
        rows = rows.exclude(first_responded_at=None)
    elif view in Status.values:
        rows = rows.filter(status=view)
    if words:
        rows = rows.filter(person__in=Person.objects.matching(words))
    return rows


def named(lines, user):
    """({line: Person}, [lines that name nobody]) of mail addresses and phone numbers.

    Whom `user` may not see is nobody to them.
    """
    lines = list(dict.fromkeys(line.strip() for line in lines if line.strip()))[:MOST]
    keys = {line: _key(line) for line in lines}
    found = MatchKey.objects.filter(value__in={key[1] for key in keys.values() if key})
    people = {(key.kind, key.value): key.person_id for key in found}
    seen = Person.objects.visible_to(user).in_bulk(set(people.values()))
    of = {line: seen.get(people.get(key)) for line, key in keys.items()}
    return {line: person for line, person in of.items() if person}, [
        line for line, person in of.items() if person is None
    ]


def _key(line):
    return email_key(line) if "@" in line else phone_key(line)


def of_person(person, user):
    """What somebody is to the campaigns that `user` may see, the latest first."""
    rows = CampaignResponse.objects.visible_to(user).filter(person=person)
    return rows.select_related("campaign")
