"""The mails: plain text, with a way out of each that one press of a button takes."""

from itertools import groupby

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from funnel.models import Organisation
from funnel.notices import unsubscribing
from funnel.notices.events import label_of
from funnel.time_zones import zone_of


def compose(letter, notices):
    """The mail that tells `notices`, a digest or one event's, to the reader of `letter`."""
    organisation = Organisation.current()
    stop = unsubscribing.address(letter.user, letter.event)
    words = {
        "user": letter.user,
        "organisation": organisation,
        "label": label_of(letter.event),
        "groups": _by_event(notices),
        "centre": settings.BASE_URL + reverse("funnel:notices"),
        "preferences": settings.BASE_URL + reverse("funnel:my_notices"),
        "stop": stop,
    }
    template = "emails/digest.txt" if letter.day else "emails/notice.txt"
    with timezone.override(zone_of(letter.user, organisation)):
        text = render_to_string(template, words)
    return EmailMessage(
        _subject(letter, notices),
        text,
        to=[letter.user.email],
        headers={
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def _subject(letter, notices):
    count = len(notices)
    if letter.day:
        return ngettext("Your digest: %s notice", "Your digest: %s notices", count) % count
    return notices[0].title if count == 1 else f"{label_of(letter.event)} ({count})"


def _by_event(notices):
    """[(label, [(notice, its whole address or "")])], the groups by their labels."""
    ordered = sorted(notices, key=lambda notice: (str(label_of(notice.event)), notice.at))
    return [
        (label, [(each, each.path and settings.BASE_URL + each.path) for each in group])
        for label, group in groupby(ordered, key=lambda notice: str(label_of(notice.event)))
    ]
