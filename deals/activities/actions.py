from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from deals.activities.models import Activity, ActivityKind, NextStep, Outcome
from funnel.refusal import Refusal
from funnel.steps import recorded
from leads.clocks.evidence import contacted
from leads.lead.models import Lead

BOTH_SPOKE = (Outcome.REACHED, Outcome.HELD)


@transaction.atomic
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
    lead = lead or deal.lead
    activity = Activity.objects.create(
        person=subject.person,
        lead=lead,
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
    if lead and (activity.outbound or activity.held):
        contacted(lead, at)
    return activity


@transaction.atomic
def report(*, by, lead=None, deal=None, step="", due_at=None, done=False, at=None, **said):
    """One box, written down: what was done, and the next step that follows from it.

    `said` is for `log`: kind, outcome, words, outbound. The open next step counts as done when
    `done`, or when something other than a note brings a new one. Refusal when nothing was said.
    """
    subject = deal or lead
    before = subject.next_steps.filter(done_at=None).first()
    spoken = bool(said.get("words", "").strip() or said.get("outcome"))
    if not (spoken or step or (done and before)):
        raise Refusal(_("Write what happened, or what is next."), field="words")
    if due_at and not step:
        raise Refusal(_("What is to be done?"), field="text")
    activity = log(by=by, lead=lead, deal=deal, at=at, **said) if spoken else None
    if before and (done or (step and said.get("kind") != ActivityKind.NOTE)):
        finish(before, at=at)
    if step:
        plan(by=by, lead=lead, deal=deal, text=step, due_at=due_at, at=at)
    return activity


@transaction.atomic
def plan(*, by, text, due_at, lead=None, deal=None, at=None):
    """Set the one next step of an open lead or deal; the one before it is dropped.

    It is for whoever works on the lead or deal. Refusal where that is closed, for a next step
    without words or a day, and for one that lies in the past.
    """
    subject = deal or lead
    if deal:
        type(deal).objects.select_for_update(of=("self",)).get(pk=deal.pk)
    else:
        Lead.objects.locked(lead)
    at = at or now()
    if not subject.is_open:
        raise Refusal(_("This is closed; there is no next step."))
    if not text.strip():
        raise Refusal(_("What is to be done?"), field="text")
    _ahead(due_at, at)
    subject.next_steps.filter(done_at=None).delete()
    return NextStep.objects.create(
        lead=None if deal else lead,
        deal=deal,
        owner=(deal.owner if deal else lead.seller) or by,
        text=text.strip()[:200],
        due_at=due_at,
        made_at=at,
        sample=subject.sample,
    )


def finish(step, *, at=None):
    """The next step is done. Twice is once; returns whether this call did it."""
    return bool(NextStep.objects.filter(pk=step.pk, done_at=None).update(done_at=at or now()))


def snooze(step, *, until):
    """Put the next step off. Refusal unless `until` lies ahead."""
    _ahead(until, now())
    return NextStep.objects.filter(pk=step.pk, done_at=None).update(due_at=until)


def _ahead(due_at, at):
    if due_at is None:
        raise Refusal(_("By when?"), field="due_at")
    if due_at <= at:
        raise Refusal(_("That moment is past."), field="due_at")
