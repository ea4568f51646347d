"""What machines do often is told once: 14 visits in a row on one day."""

from dataclasses import replace
from itertools import groupby

from django.utils.timezone import localtime
from django.utils.translation import ngettext

from leads.touches.models import TouchKind
from reports.journey.events import UNTOLD

PAGES = 3  # named of the visited ones


def folded(events):
    """`events`, newest first, with each run of the same machine's doing on one day as one."""
    runs = groupby(events, key=_alike)
    return [event for key, run in runs for event in ([_one(list(run))] if key else run)]


def _alike(event):
    return event.folds and (event.folds, localtime(event.at).date())


def _one(run):
    newest = run[0]
    if newest.folds == UNTOLD:
        return newest  # the highest rung says those below it
    pages = list(dict.fromkeys(event.words for event in run if event.words))
    more = ["…"] if len(pages) > PAGES else []
    words = ", ".join([*pages[:PAGES], *more])
    return replace(newest, title=_counted(newest.folds, len(run)), words=words)


def _counted(kind, count):
    if kind == TouchKind.MAIL:
        return ngettext("Mail opened", "Mails opened %(count)s times", count) % {"count": count}
    if kind == TouchKind.SEEN:
        return ngettext("Ad seen", "Ad seen %(count)s times", count) % {"count": count}
    return ngettext("Page visit", "%(count)s page visits", count) % {"count": count}
