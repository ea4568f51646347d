"""Drafting, changing, signing: each works, is refused with a word, and twice is once."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from funnel.models import Organisation
from funnel.period import Period
from funnel.refusal import LostRace, Refusal
from leads.agreement.actions import change, discard, draft, sign, withdraw_signature
from leads.agreement.models import Agreement, Signature
from leads.agreement.queries import breaks, in_force, open_draft
from tests.agreements import JAN, NAMED, a_draft, agreed
from tests.story import DAY, ago

pytestmark = pytest.mark.django_db


def test_nothing_is_required_before_anybody_has_signed(mara):
    a_draft(mara, conditions=NAMED)
    built_in = in_force()
    assert (built_in.number, built_in.is_built_in, built_in.conditions) == (0, True, {})
    minutes = [(t.tier, t.accept.seconds // 60, t.contact) for t in built_in.tiers][:2]
    assert minutes == [("hot", 15, timedelta(hours=1)), ("warm", 240, timedelta(hours=8))]


def test_it_holds_once_both_have_signed(mara, greta):
    begun = a_draft(mara, conditions=NAMED)
    sign(begun, "marketing", by=mara)
    assert in_force().number == 0
    sign(begun, "sales", by=greta)
    assert (in_force(), in_force().conditions, open_draft()) == (begun, NAMED, None)


def test_it_waits_for_its_day_in_the_zone_of_the_organisation(mara, greta):
    Organisation.current()
    Organisation.objects.update(time_zone="Europe/Berlin")
    first = agreed(mara, greta, at=JAN, comes_on=date(2026, 2, 1))
    assert first.holds_from.isoformat() == "2026-01-31T23:00:00+00:00"
    assert in_force(first.holds_from - timedelta(seconds=1)).number == 0
    assert in_force(first.holds_from).number == 1


def test_the_next_version_begins_with_the_words_of_the_last(mara, greta):
    agreed(mara, greta, at=JAN, conditions=NAMED, attempts=7)
    second = draft(by=greta)
    assert (second.number, second.conditions, second.attempts) == (2, NAMED, 7)
    assert in_force().number == 1


def test_drafting_twice_is_drafting_once(mara, greta):
    begun = draft(by=mara)
    assert draft(by=mara) == begun
    with pytest.raises(LostRace, match="Version 1 drafted by Mara"):
        draft(by=greta)


def test_an_edit_takes_the_signatures_away_and_says_whose(mara, greta):
    begun = a_draft(mara)
    sign(begun, "sales", by=greta)
    taken = change(begun, by=mara, attempts=6)
    assert [each.by for each in taken] == [greta]
    assert (begun.edition, Signature.objects.count()) == (2, 0)


def test_saying_what_it_says_already_changes_nothing(mara, greta):
    begun = a_draft(mara, attempts=6)
    sign(begun, "sales", by=greta)
    assert change(begun, by=mara, attempts=6) == []
    assert (begun.edition, Signature.objects.count()) == (2, 1)


def test_who_wrote_over_a_colleague_is_told_first(mara, greta):
    begun = a_draft(mara)
    seen = begun.edition
    change(begun, by=greta, attempts=6)
    with pytest.raises(Refusal, match="Greta changed the draft"):
        change(begun, by=mara, seen=seen, attempts=9)
    change(begun, by=mara, seen=begun.edition, attempts=9)
    assert Agreement.objects.get().attempts == 9


LATE_ANSWER = Agreement().terms | {"hot": {"accept": 9, "contact": 8, "when": {}}}


@pytest.mark.parametrize(
    "text, field",
    [
        ({"attempts": 0}, "attempts"),
        ({"on_expiry": "queue"}, "expiry_team"),
        ({"comes_on": date(2026, 1, 1)}, "comes_on"),
        ({"terms": LATE_ANSWER}, "hot_contact"),
    ],
)
def test_a_text_that_cannot_be_is_refused_at_its_field(mara, text, field):
    begun = a_draft(mara)
    with pytest.raises(Refusal) as refused:
        change(begun, by=mara, **text)
    assert refused.value.field == field
    assert Agreement.objects.get().edition == 1


def test_signing_twice_is_signing_once_and_a_second_signer_is_told_who(mara, greta, adam):
    begun = a_draft(mara)
    assert sign(begun, "marketing", by=mara)
    assert sign(begun, "marketing", by=mara) is None
    with pytest.raises(LostRace, match="Signed for Marketing by Mara"):
        sign(begun, "marketing", by=adam)
    sign(begun, "sales", by=greta)
    assert sign(begun, "sales", by=greta) is None


def test_nobody_signs_a_text_that_changed_under_their_eyes(mara, greta):
    begun = a_draft(mara)
    seen = begun.edition
    change(begun, by=greta, attempts=6)
    with pytest.raises(LostRace, match="changed by Greta"):
        sign(begun, "marketing", by=mara, seen=seen)
    assert not Signature.objects.exists()


def test_one_person_of_both_sides_signs_for_both(adam):
    assert agreed(adam, adam).holds_from


def test_a_signature_is_withdrawn_while_the_other_is_missing(mara, greta):
    begun = a_draft(mara)
    sign(begun, "marketing", by=mara)
    assert withdraw_signature(begun, "marketing", by=mara).by == mara
    assert withdraw_signature(begun, "marketing", by=mara) is None
    both = agreed(mara, greta)
    with pytest.raises(LostRace, match="Signed for Sales by Greta"):
        withdraw_signature(both, "marketing", by=mara)


def test_a_draft_is_thrown_away_once(mara, greta):
    begun = a_draft(mara)
    sign(begun, "sales", by=greta)
    discard(begun, by=mara)
    discard(begun, by=mara)
    assert (Agreement.objects.count(), draft(by=greta).number) == (0, 1)


def test_what_both_signed_is_changed_by_nobody(mara, greta):
    signed = agreed(mara, greta)
    for act in (lambda: change(signed, by=mara, attempts=9), lambda: discard(signed, by=mara)):
        with pytest.raises(LostRace):
            act()
    for write in (
        lambda: Agreement.objects.update(attempts=9),
        lambda: Agreement.objects.all().delete(),
        lambda: Signature.objects.update(by=greta),
        lambda: Signature.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()
    assert in_force().attempts == 5


def test_a_version_never_begins_before_the_one_before_it(mara, greta):
    later = (ago() + 20 * DAY).date()
    agreed(mara, greta, comes_on=later)
    second = draft(by=mara)
    with pytest.raises(Refusal) as refused:
        change(second, by=mara, comes_on=later - 2 * DAY)
    assert refused.value.field == "comes_on"
    sign(second, "marketing", by=mara)
    with pytest.raises(Refusal, match="Version 1 begins then or later"):
        sign(second, "sales", by=greta)
    assert Signature.objects.filter(agreement=second).count() == 1


def test_a_break_is_told_where_it_falls_inside_the_period(mara, greta):
    agreed(mara, greta, at=JAN)
    agreed(mara, greta, at=JAN + 40 * DAY)
    year = Period(JAN, JAN + 365 * DAY)
    assert breaks(year) == [(JAN + 40 * DAY, 2)]
    assert [number for _at, number in breaks(Period(JAN - DAY, JAN + 5 * DAY))] == [1]
    assert breaks(Period(JAN + 41 * DAY, JAN + 50 * DAY)) == []
