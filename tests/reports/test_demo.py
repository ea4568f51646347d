from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command

from deals.models import Deal, Quote
from funnel.local.signins import PASSWORD, SIGNINS
from funnel.models import Organisation, User
from funnel.period import Period
from leads.models import Submission
from reports.calibration import calibration
from reports.demo.year import load
from tests.reports.digest import LAST, digest, sampled, times
from tests.story import a_lead

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def test_the_same_seed_and_day_make_the_same_year():
    first = digest(leads=40)
    assert (digest(leads=40) == first, digest(leads=40, seed=2) == first) == (True, False)


def test_no_time_is_that_of_the_loading():
    world = load(until=LAST, leads=80)
    late = [
        (model, field, latest[0])
        for model in sampled()
        for field, latest in times(model)
        if latest and latest[0] > world.calendar.over and field != "due_at"
    ]
    assert late == []


def test_every_row_is_marked():
    load(until=LAST, leads=80)
    assert Organisation.current().sample_until == LAST
    assert [model for model in sampled() if model.objects.filter(sample=False).exists()] == []
    assert [model for model in (Deal, Quote, Submission) if not model.objects.exists()] == []


def test_its_offers_were_scored_and_some_were_bought():
    load(until=LAST, leads=80)
    *scored, none = calibration(Period.of_days(LAST - timedelta(days=400), LAST, "UTC"))
    assert none.offered == 0
    assert sum(band.accepted for band in scored) and sum(band.won for band in scored)


def test_everybody_signs_in_and_one_of_each_role_is_named(client):
    load(until=LAST, leads=20)
    for email, role in SIGNINS:
        assert User.objects.get(email=email).roles == [role]
        assert client.login(email=email, password=PASSWORD)
    known = {user.check_password(PASSWORD) for user in User.objects.filter(sample=True)}
    assert known == {True} and User.objects.filter(sample=True).count() == 10


def test_a_second_sample_is_refused():
    load(until=LAST, leads=20)
    with pytest.raises(CommandError, match="loaded already"):
        call_command("load_demo", verbosity=0)


def test_real_leads_are_not_mixed_with_a_sample_unasked(mara):
    a_lead(mara)
    with pytest.raises(CommandError, match="Real leads are here"):
        call_command("load_demo", verbosity=0)
    load(until=LAST, leads=20, force=True)
    assert Organisation.current().name == "Funnel"


def test_a_day_that_is_not_over_is_refused():
    tomorrow = (date.today() + timedelta(days=2)).isoformat()
    with pytest.raises(CommandError, match="not yet"):
        call_command("load_demo", "--until", tomorrow, verbosity=0)
    assert Organisation.current().sample_until is None
