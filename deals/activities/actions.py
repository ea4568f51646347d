from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from deals.activities.models import Activity, ActivityKind, NextStep, Outcome
from funnel.refusal import Refusal
from funnel.steps import recorded

BOTH_SPOKE = (Outcome.REACHED, Outcome.HELD)


def log(*, by, kind, lead=None, deal=None, outcome="", words="", outbound=True, at=None):
    """Write down what was done with a person, on a lead or on a deal (and then on its lead too).

    Refusal for a note without words and for a time that is still to come.
    """
    if kind == ActivityKind.NOTE and not words.strip():
        raise Refusal(_("Write the note."), field="words")
    at = at or now()
    if at > now():
        raise Refusal(_("That lies in the future."), field="at")
    subject = deal or lead
    return Activity.objects.create(
        person=subject.person,
        lead=lead or deal.lead,
        deal=deal,
        kind=kind,
        outcome=outcome,
        outbound=outbound and kind != ActivityKind.NOTE,
        held=outcome in BOTH_SPOKE,
        words=words,
        at=at,
        recorded_at=recorded(at, sample=subject.sample),
        by=by,
        sample=subject.sample,
    )


@transaction.atomic
def plan(*, by, text, due_at, lead=None, deal=None, at=None):
    """Set the one next step of an open lead or deal; the one before it is dropped."""
    subject = deal or lead
    type(subject).objects.select_for_update(of=("self",)).get(pk=subject.pk)
    if not subject.is_open:
        raise Refusal(_("This is closed; there is no next step."))
    subject.next_steps.filter(done_at=None).delete()
    return NextStep.objects.create(
        lead=None if deal else lead,
        deal=deal,
        owner=by,
        text=text,
        due_at=due_at,
        made_at=at or now(),
        sample=subject.sample,
    )


def finish(step, *, at=None):
    """The next step is done. Twice is once; returns whether this call did it."""
    return bool(NextStep.objects.filter(pk=step.pk, done_at=None).update(done_at=at or now()))


@transaction.atomic
def snooze(step, *, until):
    """Put the next step off; it hides until then."""
    return NextStep.objects.filter(pk=step.pk, done_at=None).update(due_at=until)
