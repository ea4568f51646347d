"""What the sample agreed goes with the sample; what real people agreed stays as they signed it."""

from datetime import date, datetime, time

import pytest

from funnel.mending import mending
from funnel.period import Period
from leads.agreement.actions import draft, sign
from leads.agreement.models import Agreement, Signature
from leads.agreement.queries import in_force
from reports.agreement_draft.definition import unmade
from reports.demo.year import load
from reports.sample.actions import remove_sample
from tests.agreements import NAMED, agreed
from tests.reports.digest import LAST
from tests.story import ago

pytestmark = pytest.mark.django_db


def invented(mara, greta):
    begun = draft(by=mara, at=ago(days=9), sample=True)
    sign(begun, "marketing", by=mara, at=ago(days=9))
    sign(begun, "sales", by=greta, at=ago(days=9))
    return begun


def test_the_sample_s_agreements_go_with_their_signatures_and_the_real_stay(mara, greta, adam):
    invented(mara, greta)
    real = agreed(mara, greta, conditions=NAMED)
    remove_sample(by=adam)
    assert list(Agreement.objects.all()) == [real]
    assert (in_force().number, Signature.objects.count()) == (2, 2)


def test_what_real_rows_stand_on_may_become_real_and_nothing_else(mara, greta, adam):
    begun = invented(mara, greta)
    with mending("remove_sample", by=adam):
        Agreement.objects.update(sample=False)
    remove_sample(by=adam)
    assert list(Agreement.objects.all()) == [begun]


@pytest.mark.slow
def test_the_demo_year_has_two_versions_and_a_draft_that_sales_signed():
    world = load(until=LAST, leads=80)
    third, second, first = Agreement.objects.order_by("-number")
    assert first.holds_from == world.at(datetime.combine(world.calendar.first, time()))
    assert [each.side for each in third.signatures.all()] == ["sales"]
    assert (third.comes_on, second.conditions["words"]) == (date(2026, 7, 1), True)
    before = Period(first.holds_from, second.holds_from)
    after = Period(second.holds_from, world.calendar.over)
    assert [unmade(first, before).count, unmade(second, after).count] == [0, 0]
    assert unmade(third, Period(first.holds_from, world.calendar.over)).count > 0
