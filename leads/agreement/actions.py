from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.models import Organisation, Side
from funnel.period import midnight
from funnel.race import outrun
from funnel.refusal import Refusal
from leads.agreement.models import SIDES, Agreement, Expiry, Signature
from leads.agreement.queries import latest_signed, open_draft
from leads.agreement.reasons import KINDS, agreed, frozen, reason_named
from leads.agreement.terms import Tier

COPIED = ("conditions", "automatic", "terms", "reasons")
COPIED += ("attempts", "over_days", "on_expiry", "expiry_team")


def draft(*, by, at=None, sample=False):
    """Begin the next version with the text of the last. Returns the draft, also the second time.

    There is one draft at a time: LostRace names who began it where that was somebody else.
    """
    at = at or now()
    begun = open_draft() or _begin(by, at, sample)
    if begun.drafted_by != by:
        what = _("Version %d drafted") % begun.number
        raise outrun(what, begun.drafted_by, begun.drafted_at)
    return begun


@transaction.atomic
def change(draft, *, by, seen=None, at=None, **text):
    """Change what is given of the text. Returns the signatures that this takes away.

    `seen` is the edition that `by` had before them: where somebody else has changed it since, a
    Refusal says so. Saying what it says already changes nothing.
    """
    at = at or now()
    held = _open(draft)
    if seen is not None and seen != held.edition and held.changed_by != by:
        raise Refusal(
            _("%s changed the draft meanwhile. Look at it, or send yours once more to keep it.")
            % held.changed_by
        )
    if all(getattr(held, name) == value for name, value in text.items()):
        return []
    for name, value in text.items():
        setattr(held, name, value)
    _check_text(held, at)
    held.edition, held.changed_by, held.changed_at = held.edition + 1, by, at
    held.save()
    taken = list(held.signatures.select_related("by"))
    held.signatures.all().delete()
    _tell(draft, held)
    return taken


@transaction.atomic
def change_with_reason(draft, kind, label, reason_side, *, reasons, **said):
    """As `change`, and with one more reason of `kind`, added where there is none of that name."""
    more = frozen([reason_named(kind, label, reason_side)])
    known = {(each["kind"], each["key"]) for each in reasons}
    more = [each for each in more if (each["kind"], each["key"]) not in known]
    ordered = sorted(reasons + more, key=lambda each: KINDS.index(each["kind"]))
    return change(draft, reasons=ordered, **said)


@transaction.atomic
def sign(agreement, side, *, by, seen=None, at=None):
    """Say yes for one side; with the second yes it is signed and never changes again.

    Returns the signature, or None if the same person signed before. LostRace where somebody else
    did, or changed the text since its edition `seen`.
    """
    at = at or now()
    held = _locked(agreement)
    before = held.signatures.filter(side=side).select_related("by").first()
    if before:
        _tell(agreement, held)
        if before.by == by:
            return None
        raise outrun(_("Signed for %s") % Side(side).label, before.by, before.at)
    if seen is not None and seen != held.edition:
        raise outrun(_("The draft was changed"), held.changed_by, held.changed_at)
    signature = Signature.objects.create(agreement=held, side=side, by=by, at=at)
    if held.signatures.count() == len(SIDES):
        held.holds_from = _begins(held, at)
        held.save(update_fields=["holds_from"])
    _tell(agreement, held)
    return signature


@transaction.atomic
def withdraw_signature(agreement, side, *, by):
    """Take one side's yes back while the other is missing. Returns it, or None if there is none."""
    held = _open(agreement)
    signature = held.signatures.filter(side=side).first()
    if signature:
        signature.delete()
    return signature


@transaction.atomic
def discard(draft, *, by):
    """Throw the draft away; what was agreed before goes on. Twice is once."""
    if Agreement.objects.filter(pk=draft.pk).exists():
        _open(draft).delete()


@dataclass(frozen=True)
class _Limit:
    """The last version that both signed, and what a day is here."""

    zone: str
    before: Agreement

    @classmethod
    def now(cls):
        return cls(Organisation.current().time_zone, latest_signed())

    def start(self, day: date):
        return midnight(day, self.zone)


def _begin(by, at, sample):
    last = latest_signed()
    text = {name: getattr(last, name) for name in COPIED}
    text["reasons"] = [each for kind in KINDS for each in frozen(agreed(last, kind))]
    people = {"drafted_by": by, "drafted_at": at, "changed_by": by, "changed_at": at}
    try:
        with transaction.atomic():
            return Agreement.objects.create(number=last.number + 1, sample=sample, **text, **people)
    except IntegrityError:
        return open_draft()


def _locked(agreement):
    held = Agreement.objects.select_for_update().filter(pk=agreement.pk).first()
    if held is None:
        raise Refusal(_("The draft was thrown away meanwhile."))
    return held


def _open(draft):
    """The draft, locked; a no where both have signed it."""
    held = _locked(draft)
    if held.holds_from:
        last = held.signatures.select_related("by").last()
        raise outrun(_("Signed for %s") % last.get_side_display(), last.by, last.at)
    return held


def _check_text(held, at):
    if min(held.attempts, held.over_days) < 1:
        raise Refusal(_("Somebody tries at least once."), field="attempts")
    if held.automatic and not held.conditions:
        raise Refusal(_("Name what it must meet: else everybody is qualified."), field="automatic")
    if (held.on_expiry == Expiry.QUEUE) != bool(held.expiry_team):
        raise Refusal(_("Choose whose queue it goes to."), field="expiry_team")
    for tier in Tier.values:
        term = held.term(tier)
        if not 0 < term.accept.total_seconds() <= term.contact.total_seconds():
            raise Refusal(
                _("Both run from the offer: nobody speaks to them before accepting."),
                field=f"{tier}_contact",
            )
    if held.comes_on:
        _check_day(held.comes_on, at)


def _check_day(day, at):
    limit = _Limit.now()
    if day < at.astimezone(ZoneInfo(limit.zone)).date():
        raise Refusal(_("That day is past."), field="comes_on")
    if not limit.before.is_built_in and limit.start(day) <= limit.before.holds_from:
        raise _too_early(limit.before)


def _begins(held, at):
    """When it holds: on its day, or at once. Never before the version before it."""
    limit = _Limit.now()
    begins = max(at, limit.start(held.comes_on)) if held.comes_on else at
    if not limit.before.is_built_in and begins <= limit.before.holds_from:
        raise _too_early(limit.before)
    return begins


def _too_early(before):
    words = _("Version %d begins then or later. Name a day after it.") % before.number
    return Refusal(words, field="comes_on")


def _tell(draft, held):
    """The caller's row is as the database's."""
    for field in held._meta.concrete_fields:
        setattr(draft, field.attname, getattr(held, field.attname))
