"""A day that nobody means, in the year 1 or 9999, is refused where it was typed."""

from datetime import date
from importlib import import_module

import pytest
from django import forms
from django.conf import settings

from funnel.calendars.typed import holidays
from funnel.period import FIRST_DAY, LAST_DAY, Period
from funnel.refusal import Refusal
from funnel.tiles import DayField
from tests.story import a_campaign, a_deal, an_accepted

FAR = ["0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31"]
FORMS = sorted(settings.BASE_DIR.glob("[fldr]*/**/forms.py"))


def forms_of(file):
    path = file.relative_to(settings.BASE_DIR).with_suffix("")
    held = vars(import_module(".".join(path.parts))).values()
    return [each for each in held if isinstance(each, type) and issubclass(each, forms.BaseForm)]


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.parent.name)
def test_every_day_of_every_form_is_one_that_may_be_meant(file):
    for form in forms_of(file):
        days = [each for each in form.base_fields.values() if isinstance(each, forms.DateField)]
        assert all(isinstance(each, DayField) for each in days), form


@pytest.mark.parametrize("day", FAR)
def test_a_day_far_off_is_refused_in_words(day):
    with pytest.raises(forms.ValidationError, match="in the years 1900 to 2200"):
        DayField().clean(day)
    with pytest.raises(forms.ValidationError, match="Line 1: Choose a day in the years"):
        holidays(f"{day} Moon day")


def test_the_first_and_the_last_day_are_days():
    assert DayField().clean("1900-01-01") == FIRST_DAY and DayField().clean("") is None
    assert Period.of_days(FIRST_DAY, LAST_DAY, "Pacific/Auckland").last == LAST_DAY


def test_a_period_out_of_all_time_is_refused():
    with pytest.raises(Refusal, match="in the years 1900 to 2200") as no:
        Period.of_days(date(2026, 1, 1), date.max, "UTC")
    assert no.value.field == "until"


def test_the_pages_say_so_at_the_field(client, mara, adam):
    deal, campaign = a_deal(mara, adam), a_campaign(mara)
    client.force_login(adam)
    for address, field in (
        (f"/deals/{deal.pk}/edit/", "expected_on"),
        (f"/campaigns/{campaign.pk}/edit/", "ends_on"),
        ("/deals/new/", "expected_on"),
    ):
        answer = client.post(address, {field: "9999-12-31"})
        assert answer.status_code == 422, address
        assert field in answer.context["form"].errors


def test_a_next_step_lies_in_our_time(client, mara, sam):
    lead = an_accepted(mara, sam)
    client.force_login(sam)
    sent = {"text": "Call", "due_at": "9999-12-31T23:59"}
    answer = client.post(f"/next-steps/new/?lead={lead.pk}", sent)
    assert answer.status_code == 422 and "due_at" in answer.context["form"].errors
