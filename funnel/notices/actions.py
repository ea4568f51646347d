"""Tell people, once each; and what they want to be told, and how."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.models import Mail, Notice, NoticeChoice, NoticeHours
from funnel.notices.events import event_of
from funnel.refusal import Refusal

TITLE = 200


@dataclass(frozen=True)
class News:
    """What one user is told of one thing. `title` and `words` are plain text, `path` is an address
    of this site or ""."""

    user: object
    key: str
    title: str
    words: str = ""
    path: str = ""
    at: datetime | None = None
    sample: bool = False


def tell(users, event, key, *, title, words="", path="", at=None, sample=False):
    """Tell `users` of `event` about the thing `key`, in the caller's transaction: an outbox.

    Returns the new notices: whoever was told of it before is not told again. Nobody is mailed
    about a `sample`.
    """
    return tell_many(event, [News(user, key, title, words, path, at, sample) for user in users])


def tell_many(event, news: list[News]):
    """As `tell`, for many things at once, in one statement."""
    by_thing = {(each.user.pk, each.key): each for each in news}
    news = [by_thing[thing] for thing in sorted(by_thing)]
    if wrong := [each.path for each in news if not _is_ours(each.path)]:
        raise ValueError(wrong)
    values = {
        "event": event,
        "default": event_of(event).default.value,
        "recorded_at": now(),
        "users": [each.user.pk for each in news],
        "keys": [each.key for each in news],
        "titles": [" ".join(str(each.title).split())[:TITLE] for each in news],
        "words": [str(each.words) for each in news],
        "paths": [each.path for each in news],
        "ats": [each.at or now() for each in news],
        "samples": [each.sample for each in news],
    }
    return list(Notice.objects.raw(TELL, values)) if news else []


def _is_ours(path):
    return not path or (path.startswith("/") and url_has_allowed_host_and_scheme(path, None))


# In the order of the users, so that two who tell the same people never wait for one another.
TELL = f"""
INSERT INTO {Notice._meta.db_table}
    (user_id, event, key, title, words, path, at, recorded_at, centre, mail, sample)
SELECT u.id, %(event)s, n.key, n.title, n.words, n.path, n.at, %(recorded_at)s,
    coalesce(c.centre, true),
    CASE WHEN u.sample OR n.sample OR NOT u.is_active OR u.email IS NULL THEN 'never'
         WHEN NOT coalesce(h.mail, true) THEN 'never'
         WHEN coalesce(c.mail, %(default)s) = 'digest' AND NOT coalesce(h.digest, true) THEN 'never'
         ELSE coalesce(c.mail, %(default)s) END,
    u.sample OR n.sample
FROM unnest(%(users)s::bigint[], %(keys)s::text[], %(titles)s::text[], %(words)s::text[],
            %(paths)s::text[], %(ats)s::timestamptz[], %(samples)s::boolean[])
     AS n(user_id, key, title, words, path, at, sample)
JOIN funnel_user u ON u.id = n.user_id
LEFT JOIN {NoticeChoice._meta.db_table} c ON c.user_id = u.id AND c.event = %(event)s
LEFT JOIN {NoticeHours._meta.db_table} h ON h.user_id = u.id
ORDER BY u.id, n.key
ON CONFLICT DO NOTHING
RETURNING *
"""


def read(notice, *, at=None):
    """The reader has seen it. Twice is once: the first time stays."""
    return bool(Notice.objects.unread().filter(pk=notice.pk).update(read_at=at or now()))


def read_all(user, *, until, at=None):
    """All of `user` up to the notice with the key `until` are read; returns how many were not."""
    unread = Notice.objects.visible_to(user).unread().filter(pk__lte=until)
    return unread.update(read_at=at or now())


@transaction.atomic
def prefer(user, *, choices, mail, digest, quiet_from, quiet_to):
    """What `user` wants: `choices` is {event: (centre, mail)}. Refusal for half of quiet hours."""
    if (quiet_from is None) != (quiet_to is None):
        missing = "quiet_to" if quiet_to is None else "quiet_from"
        raise Refusal(_("Quiet hours need a beginning and an end."), field=missing)
    for event, (centre, how) in choices.items():
        _choose(user, event, centre=centre, mail=how)
    hours = {"mail": mail, "digest": digest, "quiet_from": quiet_from, "quiet_to": quiet_to}
    NoticeHours.objects.update_or_create(user=user, defaults=hours)
    _let_go(user)


@transaction.atomic
def stop_mail(user, *, event=None, digest=False):
    """No more mail of `event`, no more digest, or no more mail at all. Twice is once."""
    if event:
        _choose(user, event, mail=Mail.NEVER)
    else:
        off = {"digest": False} if digest else {"mail": False}
        NoticeHours.objects.update_or_create(user=user, defaults=off)
    _let_go(user)


def _choose(user, event, **how):
    """What waits to be mailed follows the choice; what was not to be mailed stays so."""
    NoticeChoice.objects.update_or_create(user=user, event=event, defaults=how)
    _waiting(user).filter(event=event).update(mail=how["mail"])


def _let_go(user):
    """What waits to be mailed in a way that is now off is not mailed any more."""
    hours = NoticeHours.objects.filter(user=user).first() or NoticeHours()
    if not hours.mail:
        _waiting(user).update(mail=Mail.NEVER)
    elif not hours.digest:
        _waiting(user).filter(mail=Mail.DIGEST).update(mail=Mail.NEVER)


def _waiting(user):
    return Notice.objects.filter(user=user, mailed_at=None).exclude(mail=Mail.NEVER)
