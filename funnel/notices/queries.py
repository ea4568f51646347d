"""What stands in a reader's centre."""

from django.db.models import Case, Value, When

from funnel.models import Mail, Notice, NoticeChoice, NoticeHours
from funnel.notices.events import events

MANY = 100  # more unread ones than that are not counted


def centre(user):
    """The notices of `user`: the unread first, then the newest."""
    seen = Case(When(read_at=None, then=Value(0)), default=Value(1))
    return Notice.objects.visible_to(user).order_by(seen, "-at", "-pk")


def unread(user):
    """How many `user` has not read, MANY at most."""
    return Notice.objects.visible_to(user).unread()[:MANY].count()


def newest(user):
    """The key of the last notice of `user`, 0 without one."""
    last = Notice.objects.visible_to(user).order_by("-pk").values_list("pk", flat=True)
    return last.first() or 0


def since(user, pk):
    """The unread notices of `user` after the one with the key `pk`, oldest first; ten at most."""
    later = Notice.objects.visible_to(user).unread().filter(pk__gt=pk)
    return list(later.order_by("-pk")[:10])[::-1]


def hours_of(user):
    """When `user` may be mailed; what holds for everybody, unsaved, where nothing was chosen."""
    return NoticeHours.objects.filter(user=user).first() or NoticeHours(user=user)


def preferences(user):
    """[(event, whether it stands in the centre, how it is mailed)] of every registered event."""
    chosen = {each.event: each for each in NoticeChoice.objects.filter(user=user)}
    return [_preference(event, chosen.get(event.key)) for event in events()]


def _preference(event, choice):
    if choice is None:
        return event, True, event.default
    return event, choice.centre, Mail(choice.mail)
