"""What waits to be mailed, to whom, and whether now; and the claim of a worker on it.

A claim is committed before the mail goes, so that no page waits for a mail server. Whoever fails
gives it back; that of a worker who was killed is good for LEASE, longer than a task may run.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import now

from funnel.models import Mail, Notice, NoticeHours, Organisation, User
from funnel.notices.workdays import is_workday
from funnel.time_zones import zone_of

LEASE = timedelta(minutes=10)
STALE = timedelta(days=3)  # what could not be mailed for so long stands in the centre only
BREAKFAST = time(7, 30)  # when the digest comes, on the reader's clock


@dataclass(frozen=True)
class Letter:
    """Notices that go to one person in one mail. `day`: it is that day's digest."""

    user: User
    event: str = ""
    day: date | None = None
    until: datetime | None = None  # a digest tells what was recorded before


def letters(at):
    """The letters that may go at the instant `at`: one per person and event."""
    waiting = _waiting(Mail.NOW, at).filter(recorded_at__gt=at - STALE)
    events = waiting.order_by("user", "event").values_list("user", "event").distinct()
    readers = {user.pk: user for user, _hours, _here in _awake(at, {pk for pk, _event in events})}
    return [Letter(readers[pk], event) for pk, event in events if pk in readers]


def digests(at):
    """The digests that are due at the instant `at`: one per person and workday, after 07:30."""
    waiting = set(_waiting(Mail.DIGEST, at).values_list("user", flat=True))
    return [
        Letter(user, day=here.date(), until=datetime.combine(here, BREAKFAST, here.tzinfo))
        for user, hours, here in _awake(at, waiting)
        if here.time() >= BREAKFAST
        and (hours.digested_on is None or hours.digested_on < here.date())
        and is_workday(user, here.date())
    ]


@transaction.atomic
def claim(letter):
    """The notices of `letter` that no other worker has, oldest first; they are now this one's."""
    free = Notice.objects.filter(user=letter.user).filter(_unclaimed(now()))
    if letter.day:
        free = free.unmailed(Mail.DIGEST).filter(recorded_at__lt=letter.until)
    else:
        free = free.unmailed(Mail.NOW).filter(event=letter.event)
    found = list(free.select_for_update(skip_locked=True).order_by("at", "pk"))
    if not found or (letter.day and not _first_today(letter)):
        return []
    _among(found).update(claimed_at=now())
    return found


def mark(found):
    """They were mailed."""
    _among(found).update(mailed_at=now())


@transaction.atomic
def give_back(letter, found):
    """They were not: whoever comes next may try."""
    _among(found).update(claimed_at=None)
    if letter.day:
        NoticeHours.objects.filter(user=letter.user, digested_on=letter.day).update(
            digested_on=None
        )


def _waiting(mail, at):
    people = Q(user__is_active=True, user__sample=False, user__email__isnull=False)
    return Notice.objects.unmailed(mail).filter(people, _unclaimed(at))


def _unclaimed(at):
    return Q(claimed_at=None) | Q(claimed_at__lt=at - LEASE)


def _awake(at, keys):
    """(user, hours, the instant `at` on their clock) of those who have no quiet hours then."""
    organisation = Organisation.current()
    hours = NoticeHours.objects.in_bulk(keys, field_name="user_id")
    for user in User.objects.filter(pk__in=keys):
        here, own = at.astimezone(zone_of(user, organisation)), hours.get(user.pk, NoticeHours())
        if not own.is_quiet(here.time()):
            yield user, own, here


def _first_today(letter):
    """Whether this worker is the first to begin a digest of that day."""
    NoticeHours.objects.get_or_create(user=letter.user)
    before = Q(digested_on=None) | Q(digested_on__lt=letter.day)
    return NoticeHours.objects.filter(before, user=letter.user).update(digested_on=letter.day)


def _among(found):
    return Notice.objects.filter(pk__in=[notice.pk for notice in found])
