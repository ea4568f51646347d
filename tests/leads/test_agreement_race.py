"""Both sides at once, on a real database."""

import pytest

from funnel.refusal import LostRace
from leads.agreement.actions import change, draft, sign
from leads.agreement.models import Agreement
from tests.agreements import a_draft
from tests.cast import a_user
from tests.deals.test_races import together

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def test_both_sides_signing_at_once_leave_one_signed_version():
    mara, greta = a_user("Mara", "marketer"), a_user("Greta", "manager")
    begun = a_draft(mara)
    together(
        [lambda: sign(begun, "marketing", by=mara), lambda: sign(begun, "sales", by=greta)] * 4
    )
    kept = Agreement.objects.get()
    assert kept.holds_from and kept.signatures.count() == 2


def test_of_eight_who_draft_at_once_one_does_and_the_others_are_told_who():
    people = [a_user(f"M{number}", "marketer") for number in range(8)]
    answers = together([lambda one=one: draft(by=one) for one in people])
    begun = Agreement.objects.get()
    lost = [answer for answer in answers if isinstance(answer, LostRace)]
    assert len(lost) == 7
    assert all(f"drafted by {begun.drafted_by}" in each.message for each in lost)


def test_who_signs_while_it_is_changed_signs_what_they_read_or_nothing():
    mara, greta = a_user("Mara", "marketer"), a_user("Greta", "manager")
    begun = a_draft(mara)
    mine, hers = (Agreement.objects.get() for _each in range(2))
    together(
        [
            lambda: sign(mine, "marketing", by=mara, seen=begun.edition),
            lambda: change(hers, by=greta, attempts=9),
        ]
    )
    kept = Agreement.objects.get()
    assert (kept.attempts, kept.edition, kept.signatures.count()) == (9, 2, 0)
