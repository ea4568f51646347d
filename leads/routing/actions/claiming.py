from datetime import timedelta

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funnel.models import User
from funnel.permissions import Can
from funnel.race import lost_race, since
from funnel.refusal import LostRace, Refusal
from funnel.steps import recorded
from leads.handoff.models import ActKind, Handoff, HandoffAct
from leads.routing.bench import day_of
from leads.routing.models import Claim, ClaimRule, Seat
from leads.stages import HandoffStage

LET_GO = (HandoffStage.EXPIRED, HandoffStage.RETURNED)


@transaction.atomic
def claim(handoff, *, by, at=None):
    """Take a waiting offer from a team's queue for oneself; its clocks go on. Returns the Claim.

    Twice is once. LostRace that names whoever was faster; Refusal for somebody of another team,
    over the day's claims or the open offers agreed, or who let this lead go a short while ago.
    """
    at = at or now()
    _one_at_a_time(by)
    locked = Handoff.objects.select_for_update(of=("self",)).get(pk=handoff.pk)
    if locked.stage == HandoffStage.OFFERED and locked.offered_to_id == by.pk:
        return locked.claims.filter(by=by).last()
    _check_waits(locked)
    _check_may(locked, by)
    _check_claims_of_the_day(by, at)
    _check_open_offers(by)
    _check_cooled_down(locked, by, at)
    return _give(handoff, locked, by, at)


def check_may_take(handoff, *, by, at):
    """Refusal where `by` takes more out of queues on that day than agreed, or let the lead go a
    short while before. Nobody takes two at once until the transaction ends."""
    _one_at_a_time(by)
    _check_claims_of_the_day(by, at)
    _check_cooled_down(handoff, by, at)


def note_taken(handoff, *, by, at):
    """`by` has taken it out of its team's queue. Returns the Claim."""
    known = recorded(at, sample=handoff.sample)
    return Claim.objects.create(
        handoff=handoff, at=at, recorded_at=known, by=by, sample=handoff.sample
    )


@transaction.atomic
def set_claim_rule(*, per_day, cool_down_hours):
    """How many a person may claim in a day (None: any number), and how long they cool down."""
    rule, _new = ClaimRule.objects.select_for_update().get_or_create(pk=1)
    rule.per_day, rule.cool_down_hours = per_day, cool_down_hours
    rule.save(update_fields=["per_day", "cool_down_hours"])
    return rule


def _check_waits(handoff):
    if handoff.stage != HandoffStage.OFFERED:
        raise lost_race(handoff, handoff.steps.select_related("by").order_by("id").last())
    if handoff.offered_to is None:
        return
    taken = handoff.claims.filter(by=handoff.offered_to).last()
    if taken:
        words = {"who": handoff.offered_to, "ago": since(taken.recorded_at)}
        raise LostRace(_("%(who)s took it %(ago)s ago.") % words)
    raise LostRace(_("It is offered to %s, not to a queue.") % handoff.offered_to)


def _check_may(handoff, by):
    theirs = handoff.team.members.contains(by) or by.has_perm(Can.RUN_THE_LINE)
    if not (theirs and by.has_perm(Can.ANSWER_OFFERS)):
        raise Refusal(_("Only %s may claim from this queue.") % handoff.team)


def _one_at_a_time(by):
    User.objects.select_for_update(no_key=True).get(pk=by.pk)


def _check_claims_of_the_day(by, at):
    rule = ClaimRule.current()
    starts, ends = day_of(at)
    claims = Claim.objects.filter(by=by, at__gte=starts, at__lt=ends).count()
    if rule.per_day is not None and claims >= rule.per_day:
        words = ngettext(
            "You claimed %d lead today; that is the limit.",
            "You claimed %d leads today; that is the limit.",
            claims,
        )
        raise Refusal(words % claims)


def _check_open_offers(by):
    seat = Seat.objects.filter(user=by).first()
    waiting = Handoff.objects.waiting().filter(offered_to=by).count()
    if seat and seat.open_offers_max is not None and waiting >= seat.open_offers_max:
        words = ngettext(
            "%d offer waits for you already. Answer it first.",
            "%d offers wait for you already. Answer one first.",
            waiting,
        )
        raise Refusal(words % waiting)


def _check_cooled_down(handoff, by, at):
    hours = ClaimRule.current().cool_down_hours
    cooled = at - timedelta(hours=hours)
    let_go = handoff.lead.handoffs.filter(
        offered_to=by, stage__in=LET_GO, stage_since__gt=cooled
    ).first()
    passed = HandoffAct.objects.filter(kind=ActKind.REROUTED, by=by, at__gt=cooled)
    if passed.filter(handoff__lead=handoff.lead).exists():
        words = _("You passed this lead on less than %d hours ago. Leave it to others.")
        raise Refusal(words % hours)
    if let_go:
        words = {"stage": let_go.get_stage_display().lower(), "hours": hours}
        raise Refusal(
            _("This lead was %(stage)s with you less than %(hours)d hours ago. Leave it to others.")
            % words
        )


def _give(handoff, locked, by, at):
    locked.offered_to = by
    locked.save(update_fields=["offered_to"])
    handoff.offered_to = by
    return note_taken(locked, by=by, at=at)
