"""What waits for a marketer to mend it, each kind a sentence and a way to it."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import ngettext

from deals.answers.queries import handoffs_in
from funnel.permissions import Can
from leads.campaigns.stages import LIVE
from leads.capture.queries import WAITING, waiting_count
from leads.forms.models import Form
from leads.links.models import Click, ClickKind, Link
from leads.merging.queries import pairs_counted
from leads.models import Campaign
from leads.unmatched.queries import Unmatched
from leads.unmatched.quiet import quiet_campaigns

YOUNG = timedelta(days=7)  # a link this new may still find its people
SOON = timedelta(days=7)
NAMED = 3


@dataclass(frozen=True)
class Task:
    """`words` hold how many; `named` are up to NAMED rows that have a page of their own."""

    words: str
    url: str
    named: tuple = ()


def to_mend(user):
    """[Task] of what `user` may see and do something about; nothing that counts none."""
    if not user.has_perm(Can.RUN_CAMPAIGNS):
        return []
    return [task for each in KINDS if (task := each(user))]


def _returned(user):
    count = handoffs_in(user, "back").count() if user.has_perm(Can.OFFER_LEADS) else 0
    words = ngettext("%d lead came back and waits", "%d leads came back and wait", count)
    return _task(count, words, reverse("deals:inbox") + "?view=back")


def _received(user):
    count = waiting_count(user)
    words = ngettext(
        "%d submission needs a look: held back, or not readable",
        "%d submissions need a look: held back, or not readable",
        count,
    )
    waiting = Q(submissions__outcome__in=WAITING, submissions__test=False)
    forms = Form.objects.visible_to(user).annotate(waiting=Count("submissions", filter=waiting))
    rows = forms.filter(waiting__gt=0).order_by("-waiting", "pk")
    return _task(count, words, reverse("leads:submissions"), rows)


def _disputed(user):
    count = handoffs_in(user, "disputed").count() if user.has_perm(Can.OFFER_LEADS) else 0
    words = ngettext(
        "%d return is disputed: a manager has to decide",
        "%d returns are disputed: a manager has to decide",
        count,
    )
    return _task(count, words, reverse("deals:inbox") + "?view=disputed")


def _same(user):
    count = pairs_counted(user)["open"] if user.has_perm(Can.MERGE_PEOPLE) else 0
    words = ngettext(
        "%d pair of people may be one person", "%d pairs of people may be one person", count
    )
    return _task(count, words, reverse("leads:pairs"))


def _ending(user):
    today = localdate()
    rows = _mine(user).filter(ends_on__range=(today, today + SOON)).order_by("ends_on", "pk")
    count = rows.count()
    words = ngettext(
        "%d campaign of yours ends within a week", "%d campaigns of yours end within a week", count
    )
    return _task(count, words, _campaigns("mine"), rows)


def _over(user):
    rows = _mine(user).filter(ends_on__lt=localdate()).order_by("ends_on", "pk")
    count = rows.count()
    words = ngettext(
        "%d campaign of yours is over and still live",
        "%d campaigns of yours are over and still live",
        count,
    )
    return _task(count, words, _campaigns("mine"), rows)


def _unfollowed(user):
    clicks = Click.objects.filter(link=OuterRef("pk"), kind=ClickKind.HUMAN, test=False)
    old = Link.objects.visible_to(user).live().filter(made_at__lt=now() - YOUNG)
    rows = old.filter(~Exists(clicks), campaign__stage=LIVE).order_by("-pk")
    count = rows.count()
    words = ngettext(
        "%d live link was never followed by a person",
        "%d live links were never followed by a person",
        count,
    )
    return _task(count, words, reverse("leads:links"), rows)


def _quiet(user):
    rows = quiet_campaigns(user)
    words = ngettext(
        "%d live campaign costs and nobody comes by it",
        "%d live campaigns cost and nobody comes by them",
        len(rows),
    )
    return _task(len(rows), words, reverse("leads:unmatched"), [row.campaign for row in rows])


def _unmatched(user):
    count = Unmatched(user).count()
    words = ngettext(
        "%d name in addresses belongs to no campaign",
        "%d names in addresses belong to no campaign",
        count,
    )
    return _task(count, words, reverse("leads:unmatched"))


def _task(count, words, url, rows=()):
    return Task(words % count, url, tuple(rows[:NAMED])) if count else None


KINDS = (
    *(_returned, _disputed, _received, _same),
    *(_ending, _over, _unfollowed, _quiet, _unmatched),
)


def _mine(user):
    rows = Campaign.objects.visible_to(user).filter(owner=user, archived_at=None)
    return rows.filter(stage=LIVE)


def _campaigns(view):
    return f"{reverse('reports:campaigns')}?view={view}"
