"""The money of a span falls on its days, and never more nor less than it was."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from funnel.models import Organisation
from funnel.refusal import Refusal
from leads.models import SpendEntry
from leads.spending.actions import log_spend
from leads.spending.queries import total
from leads.spending.spread import spent_in, spent_until
from tests.story import a_campaign, ago

DAY = timedelta(days=1)
MARCH = date(2026, 3, 1)


def spent(campaign, mara, amount, first, last=None, **more):
    money = {"amount": Decimal(amount), "currency": "EUR"} | more
    return log_spend(campaign, by=mara, on=first, until=last, **money)


@pytest.mark.django_db
def test_a_hundred_over_three_days_is_33_33_33_34_and_33_33(mara):
    campaign = a_campaign(mara)
    spent(campaign, mara, 100, MARCH, MARCH + 2 * DAY)
    days = [MARCH + number * DAY for number in range(-1, 4)]
    parts = [spent_in(campaign.spend.all(), day, day) for day in days]
    assert parts == [0, Decimal("33.33"), Decimal("33.34"), Decimal("33.33"), 0]


@pytest.mark.django_db
def test_a_day_s_money_is_that_day_s(mara):
    campaign = a_campaign(mara)
    spent(campaign, mara, 70, MARCH)
    assert spent_in(campaign.spend.all(), MARCH, MARCH) == 70
    assert spent_in(campaign.spend.all(), MARCH - 9 * DAY, MARCH - DAY) == 0


@pytest.mark.django_db
def test_what_lies_ahead_is_committed_not_spent(mara):
    campaign, today = a_campaign(mara), ago().date()
    spent(campaign, mara, 100, today - DAY, today + 8 * DAY)
    known = total(campaign.spend.all())
    assert (known.spent, known.committed, known.whole) == (20, 80, 100)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("last", "said"),
    [(MARCH - DAY, "ends before it begins"), (MARCH + 4000 * DAY, "Ten years are the longest")],
)
def test_a_span_that_is_none_is_refused(mara, last, said):
    campaign = a_campaign(mara)
    with pytest.raises(Refusal, match=said):
        spent(campaign, mara, 100, MARCH, last)
    assert not SpendEntry.objects.exists()


class Spread(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(
        amount=st.decimals(min_value=-(10**6), max_value=10**6, places=2),
        days=st.integers(min_value=1, max_value=800),
        cut=st.integers(min_value=0, max_value=801),
    )
    def test_whatever_the_span_its_parts_add_up_and_a_correction_undoes_them(
        self, amount, days, cut
    ):
        Organisation.current()
        if not amount:
            return
        last = MARCH - (900 - days) * DAY
        first, middle = last - (days - 1) * DAY, last - (days - cut) * DAY
        for sum_of in (amount, -amount):
            log_spend(by=None, on=first, until=last, amount=sum_of, currency="EUR")
        entry = SpendEntry.objects.filter(base_amount=amount).first()
        one = SpendEntry.objects.filter(pk=entry.pk)
        before, after = spent_until(one, middle), spent_in(one, middle + DAY, last + DAY)
        assert before + after == amount
        assert spent_in(SpendEntry.objects.all(), first, middle) == 0
