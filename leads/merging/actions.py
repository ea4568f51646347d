from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.mending import mending
from funnel.race import outrun
from funnel.refusal import Refusal
from leads.merging import answers, episodes
from leads.merging.models import Merge, Pair
from leads.merging.moving import turn, turn_back
from leads.people.models import MatchKey, Person

FIELDS = ("name", "email", "phone", "company")
SINCE = "customer_since"


def merge(one, other, *, by, chosen=None):
    """Two records are one person. Returns the Merge; a second time, of the same two by the same
    person, the same one.

    The record that is older stays, whichever is named first. `chosen` maps fields of FIELDS to
    the person whose value is right; what is not named is the older one's, or the other's where
    the older has none. LostRace where one of them was merged meanwhile; Refusal where sales was
    offered an open lead of each.
    """
    with transaction.atomic():
        kept, gone = _locked(one, other)
        if before := _merged_before(kept, gone, by):
            return before
        pair = episodes.two_open(kept, gone, lock=True)
        with mending("merge", by=by) as journal:
            held = {"kept": _as_they_are(kept), "gone": _as_they_are(gone)}
            held["folded"] = episodes.fold(journal, *pair) if pair else None
            held["responses"] = answers.join(journal, gone, kept)
            held["turned"] = turn(journal, gone, kept)
            held["keys"] = [[key.kind, key.value] for key in gone.keys.order_by("pk")]
            journal.update(MatchKey.objects.filter(person=gone), person=kept)
            _write(kept, _values(kept, gone, chosen or {}))
            held["became"] = _as_they_are(kept)
            journal.update(Person.objects.filter(pk=gone.pk), merged_into=kept)
        return Merge.objects.create(kept=kept, gone=gone, by=by, before=held)


def unmerge(done, *, by):
    """They are two again, each with their own rows. Returns the Merge, or None if it is undone.

    What came in since stays with who was kept, but for what hangs on a lead that goes back.
    Refusal when its time is over, when a later merge of the same person stands on it, or when
    both would come to have two open leads.
    """
    try:
        with transaction.atomic():
            return _unmerge(done, by)
    except IntegrityError as clash:
        if "one_open_lead_per_person" not in str(clash):
            raise
        words = _("One of them would have two open leads. Close the newer one first.")
        raise Refusal(words) from clash


def tell_apart(pair, *, by):
    """They are not the same, and nobody is asked again. Returns whether it was new."""
    rows = Pair.objects.filter(pk=pair.pk, apart_at=None)
    return bool(rows.update(apart_at=now(), apart_by=by))


def ask_again(pair):
    """As if nobody had said that they are not the same."""
    Pair.objects.filter(pk=pair.pk).update(apart_at=None, apart_by=None)


def _locked(one, other):
    """(older, younger), locked in that order, whoever is named first."""
    if one.pk == other.pk:
        raise Refusal(_("That is one record already."))
    rows = Person.objects.select_for_update(of=("self",)).filter(pk__in=[one.pk, other.pk])
    return tuple(rows.order_by("pk"))


def _merged_before(kept, gone, by):
    """The Merge of these two by `by`. LostRace where someone else was faster, or with others."""
    gone_ones = [person.pk for person in (kept, gone) if person.merged_into_id]
    if not gone_ones:
        return None
    last = Merge.objects.filter(gone__in=gone_ones, undone_at=None).select_related("by").first()
    if (last.kept_id, last.gone_id, last.by_id) == (kept.pk, gone.pk, by.pk):
        return last
    raise outrun(_("Merged"), last.by, last.at)


def _values(kept, gone, chosen):
    """{field: value} of the one they are. A customer is one since the first purchase of both."""
    values = {}
    for field in FIELDS:
        whose = chosen.get(field) or (kept if getattr(kept, field) else gone)
        values[field] = getattr(gone if whose.pk == gone.pk else kept, field)
    since = [person.customer_since for person in (kept, gone) if person.customer_since]
    return values | {SINCE: min(since, default=None)}


def _as_they_are(person):
    """{field: value} as JSON holds it."""
    since = person.customer_since
    plain = {field: getattr(person, field) for field in ("name", "email", "phone", "company_id")}
    return plain | {SINCE: since and since.isoformat()}


def _write(person, values):
    for field, value in values.items():
        setattr(person, field, value)
    person.save(update_fields=list(values))


def _unmerge(done, by):
    done = (
        Merge.objects.select_for_update(of=("self",)).select_related("kept", "gone").get(pk=done.pk)
    )
    if done.undone_at:
        return None
    if not done.may_be_undone:
        raise Refusal(_("A merge can be undone for 90 days. These are over."))
    kept, gone = _locked(done.kept, done.gone)
    _check_nothing_stands_on(done)
    before = done.before
    with mending("unmerge", by=by) as journal:
        journal.update(Person.objects.filter(pk=gone.pk), merged_into=None)
        for kind, value in before["keys"]:
            held = MatchKey.objects.filter(person=kept, kind=kind, value=value)
            journal.update(held, person=gone)
        if before["folded"]:  # first, or they would go with the lead that they were lent to
            episodes.give_back_touches(journal, before["folded"])
        turn_back(journal, before["turned"], gone, kept)
        answers.part(journal, before["responses"], gone)
        if before["folded"]:
            episodes.unfold(journal, before["folded"])
        _restore(kept, before)
    done.undone_at, done.undone_by = now(), by
    done.save(update_fields=["undone_at", "undone_by"])
    return done


def _check_nothing_stands_on(done):
    same = [done.kept_id, done.gone_id]
    later = Merge.objects.filter(Q(kept__in=same) | Q(gone__in=same), undone_at=None)
    if last := later.filter(pk__gt=done.pk).order_by("pk").last():
        words = _("%(gone)s was merged with %(kept)s since. Undo that merge first.")
        raise Refusal(words % {"gone": last.gone_name, "kept": last.kept})


def _restore(kept, before):
    """What the merge changed of who was kept is as it was; what was edited since stays."""
    now_held = _as_they_are(kept)
    changed = {
        field: value
        for field, value in before["kept"].items()
        if value != now_held[field] and now_held[field] == before["became"][field]
    }
    if changed:
        Person.objects.filter(pk=kept.pk).update(**changed)
