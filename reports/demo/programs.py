"""The room planner on the website, a program of its own, and what it sent in the last weeks."""

from datetime import timedelta

from leads.capture.actions.deciding import decide, fault
from leads.capture.actions.receiving import keep_capture
from leads.models import SpamWord, Submission
from leads.sources.actions import open_source

BLOCKED = ("casino", "rank first", "seo agency")
SENT = (  # fields, days before the end
    ({"name": "Jule Sander", "email": "jule.sander@example.org", "words": "Plan of 42 m²"}, 0.3),
    ({"name": "Milan Roth", "phone": "+49 30 901820", "words": "Plan of a stairwell"}, 3),
    ({"name": "", "email": "", "words": "Plan of 18 m², not finished"}, 4),
    ({"name": "Win big", "email": "w@example.com", "words": "CASINO, says our SEO agency"}, 8),
    ({"name": "Jule Sander", "email": "jule.sander@example.org", "words": "Plan of 40 m²"}, 11),
)
UNREAD, UNREAD_DAYS = '{"name": "Tom", "email": "tom@exam', 6


def send(world):
    """A source with its captures, among them spam, one without an address and one cut short."""
    SpamWord.objects.bulk_create(SpamWord(word=word, sample=True) for word in BLOCKED)
    source, _key = open_source(
        by=world.cast.users["mara"],
        campaign=world.campaigns["site"],
        name="Room planner",
        at=world.at(world.calendar.ends - timedelta(days=60)),
    )
    for number, (fields, days) in enumerate(sorted(SENT, key=lambda each: -each[1])):
        at = world.at(world.calendar.ends - timedelta(days=days))
        kept = keep_capture(source.key_digest, payload=fields, key=f"plan-{number}", at=at)
        decide(_row(source, kept), at=at)
    at = world.at(world.calendar.ends - timedelta(days=UNREAD_DAYS))
    kept = keep_capture(source.key_digest, payload={}, unread=UNREAD, at=at)
    fault(_row(source, kept), "The body is not JSON.", at=at)


def _row(source, kept):
    return Submission.objects.get(source=source, submission_id=kept.submission_id)
