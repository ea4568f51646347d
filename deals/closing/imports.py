"""Deals from a file, on leads that are here: one row is one deal, open, won or lost."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deals.activities.models import Activity, ActivityKind
from deals.answers.actions import Yes, accept_many
from deals.closing.actions import Closing, lose_many, win_many
from deals.closing.columns import FIELDS, read_ending
from deals.closing.lookups import Lookups
from deals.closing.otherwise import left_out, tell_left_out
from deals.closing.presets import CALLED, PRESETS
from deals.closing.times import closed_at, crossed_at, is_early
from deals.closing.told import stages_of, tell_known, tell_new
from deals.pipeline.actions import Opening, open_many
from deals.pipeline.models import Knowable
from funnel.imports.colleagues import OPTION
from funnel.imports.registry import Importer
from funnel.imports.rounding import round_off
from funnel.imports.rows import Outcome
from funnel.imports.writing import rounds
from funnel.permissions import Can
from funnel.sets import update
from leads.handoff.actions import Offer, offer_many
from leads.models import Handoff
from leads.stages import HandoffStage, LeadStage

EARLY = "earlier than its lead was captured"
BEFORE_THE_LINE = (LeadStage.CAPTURED, LeadStage.MQL)
WHO = {"lead_id", "email", "phone"}


class DealImporter(Importer):
    kind = "deals"
    label = gettext_lazy("Deals")
    told = gettext_lazy("A row is one deal, open, won or lost, on a lead that is here.")
    may = Can.CHANGE_OWNERS
    same = gettext_lazy(
        "A deal is known by its own id, else by what its row says; its lead by the lead's own id, "
        "or by the person's e-mail or phone."
    )
    effects = gettext_lazy(
        "Leads are walked over the line to their deals, at the times that the file tells. No mail "
        "is sent and no clock starts."
    )
    fields = FIELDS
    options = OPTION
    needs = (WHO,)
    one_of = gettext_lazy("Say which column tells whose deal it is: one of %s.")
    called = CALLED
    presets = PRESETS

    def write(self, rows, task):
        lookups = Lookups.of(rows, task)
        for row in rows:
            read_ending(row, task)
            lookups.judge(row)
        whole = [row for row in rows if row.outcome is None]
        for some in rounds(whole, key=lambda row: lookups.lead(row).pk):
            new, known = _split(some)
            _bring_in(new, lookups, task)
            _bring_on(known, lookups, task)


def _split(rows):
    return [row for row in rows if not row.made], [row for row in rows if row.made]


def _bring_in(rows, lookups, task):
    """Deals that are new: over the line, opened, and closed where the row says so."""
    rows = [row for row in rows if _may(row, lookups.lead(row))]
    for row in rows:
        if is_early(row, lookups.lead(row), task):
            row.flag(_("A step is earlier than the one before it; it is kept as the file says."))
        round_off(row, "amount", row.get("currency") or lookups.base)
    before = stages_of(rows, lookups)
    _cross(rows, lookups, task)
    openings = [_opening(row, lookups, task) for row in rows]
    deals = open_many(openings, batch=task.batch)
    pairs = list(zip(rows, deals, strict=True))
    _end(pairs, lookups, task)
    Activity.objects.bulk_create(_note(row, deal, task) for row, deal in pairs if row.note)
    for row, deal in pairs:
        row.settle(Outcome.CREATED, deal.pk)
        if task.preview:
            tell_new(row, deal, before)


def _bring_on(rows, lookups, task):
    """Deals that were here and of which the row says something else: fill in, and close."""
    ended, valued = [], []
    before = {row.made: lookups.deals[row.made].get_stage_display() for row in rows}
    for row in rows:
        deal = lookups.deals[row.made]
        if deal.amount is None and "amount" in row.values:
            for field, worth in lookups.worth(row).items():
                setattr(deal, field, worth)
            valued.append(deal)
        if deal.is_open and closed_at(row):
            ended.append((row, deal))
        done = deal in valued or (row, deal) in ended[-1:]
        row.settle(Outcome.UPDATED if done else Outcome.UNCHANGED, deal.pk)
        if left := left_out(row, deal, done, lookups):
            tell_left_out(row, deal, left, done, task)
    update(valued, ["amount", "currency", "rate", "base_amount", "due"])
    _end(ended, lookups, task)
    for row in rows if task.preview else ():
        deal = lookups.deals[row.made]
        tell_known(row, deal, before[row.made], valued=deal in valued)


def _may(row, lead):
    """Whether a deal may hang on this lead; a row where it may not is refused."""
    closed = lead.stage == LeadStage.CLOSED
    if closed and not closed_at(row):
        row.refuse("", _("The lead is closed; an open deal cannot hang on it."))
    if lead.stage in (LeadStage.RECYCLED, LeadStage.DISQUALIFIED):
        row.refuse("", lead.machine.refusal(lead.stage, LeadStage.OFFERED).message)
    return row.outcome is None


def _cross(rows, lookups, task):
    """Leads that sales does not have yet are offered and accepted, when is not known."""
    by_lead = {lookups.lead(row).pk: row for row in rows}
    offers = [
        Offer(
            lookups.lead(row),
            crossed_at(row, task),
            lookups.user(row, "offered_by"),
            lookups.accepter(row),
            time_known=False,
        )
        for row in rows
        if lookups.lead(row).stage in BEFORE_THE_LINE
    ]
    offered, _refused = offer_many(offers, batch=task.batch)
    waiting = Handoff.objects.filter(lead__in=by_lead, stage=HandoffStage.OFFERED)
    answers = []
    for handoff in [*offered, *waiting.exclude(pk__in=[each.pk for each in offered])]:
        row = by_lead[handoff.lead_id]
        handoff.lead = lookups.lead(row)
        at = crossed_at(row, task)
        answers.append(Yes(handoff, at, lookups.accepter(row), time_known=False))
    accept_many(answers, batch=task.batch)


def _opening(row, lookups, task):
    lead = lookups.lead(row)
    return Opening(
        lead=lead,
        name=row.get("name") or str(lead.person)[:200],
        by=lookups.owner(row),
        at=crossed_at(row, task),
        time_known="opened_at" in row.values,
        **lookups.money(row),
    )


def _end(pairs, lookups, task):
    """Win and lose the deals whose rows say so."""
    won = [_closing(row, deal, lookups) for row, deal in pairs if "won_at" in row.values]
    lost = [_closing(row, deal, lookups) for row, deal in pairs if "lost_at" in row.values]
    win_many(won, batch=task.batch)
    lose_many(lost, batch=task.batch)


def _closing(row, deal, lookups):
    at = closed_at(row)
    reason, words = lookups.reason(row)
    return Closing(
        deal=deal,
        at=at,
        by=lookups.owner(row),
        reason=reason,
        words=words,
        knowable=Knowable.UNSURE,
        flag=EARLY if at < deal.lead.born_at else "",
    )


def _note(row, deal, task):
    return Activity(
        person_id=deal.person_id,
        lead=deal.lead,
        deal=deal,
        kind=ActivityKind.NOTE,
        outbound=False,
        words=row.note,
        at=closed_at(row) or crossed_at(row, task),
        by=task.batch.by,
        batch=task.batch,
    )
