"""Who is away, who says so, and who may see it."""

from datetime import UTC, date, datetime, timedelta

import pghistory
import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from funnel.absences.actions import add, change
from funnel.absences.queries import absent_on, is_absent, today
from funnel.changes.queries import entries
from funnel.models import Absence, Organisation
from funnel.refusal import Refusal
from reports.sample.actions import remove_sample
from tests.cast import a_user

pytestmark = pytest.mark.django_db
JULY = {"first_on": date(2026, 7, 6), "last_on": date(2026, 7, 17)}
DAY = timedelta(days=1)


def send(client, user, route, data, *args):
    client.force_login(user)
    return client.post(reverse(f"funnel:{route}", args=args), data)


def page(client, user, route="absences", *args):
    client.force_login(user)
    return client.get(reverse(f"funnel:{route}", args=args)).content.decode()


def soon(user, words=""):
    return add(user=user, first_on=today(), last_on=today() + 3 * DAY, words=words)


def test_everybody_says_when_they_are_away(client, sam, zoe):
    for user in (sam, zoe):
        assert send(client, user, "absence_new", {**JULY, "words": "Sea"}).status_code == 302
    assert set(Absence.objects.values_list("user__name", "words")) == {
        ("Sam", "Sea"),
        ("Zoe", "Sea"),
    }


def test_nobody_says_it_for_another_but_a_manager(client, sam, ben, greta):
    send(client, sam, "absence_new", {**JULY, "user": ben.pk})
    assert Absence.objects.get().user == sam
    send(client, greta, "absence_new", {**JULY, "user": ben.pk})
    assert Absence.objects.filter(user=ben).exists()


def test_the_way_there_is_in_one_s_own_settings(client, sam):
    assert reverse("funnel:absences") in page(client, sam, "me")
    assert "You are not away" in page(client, sam)


def test_one_sees_one_s_own_a_manager_everybody_s(client, sam, ben, greta):
    soon(sam, "Dentist")
    assert "Dentist" in page(client, sam) and "Dentist" in page(client, greta)
    assert "Dentist" not in page(client, ben)


def test_what_is_another_s_does_not_exist(client, sam, ben):
    absence = soon(sam)
    for route in ("absence", "absence_removal"):
        assert send(client, ben, route, JULY, absence.pk).status_code == 404
        assert client.get(reverse(f"funnel:{route}", args=[absence.pk])).status_code == 404
    absence.refresh_from_db()
    assert absence.first_on == today()


def test_the_list_is_of_those_that_are_not_over(client, greta, sam):
    add(user=sam, first_on=today() - 9 * DAY, last_on=today() - DAY, words="Over")
    add(user=sam, first_on=today(), last_on=today(), words="Now")
    shown = page(client, greta)
    assert "Over" not in shown and "Now" in shown and "away now" in shown


def test_other_days_and_words(client, sam):
    absence = soon(sam)
    assert send(client, sam, "absence", {**JULY, "words": "Sea"}, absence.pk).status_code == 302
    absence.refresh_from_db()
    assert (absence.first_on, absence.last_on) == (JULY["first_on"], JULY["last_on"])
    assert absence.words == "Sea"


def test_they_are_there_after_all(client, greta, sam):
    absence = soon(sam)
    assert "Is Sam there after all?" in page(client, greta, "absence_removal", absence.pk)
    assert send(client, greta, "absence_removal", {}, absence.pk).status_code == 302
    assert not Absence.objects.exists()
    assert send(client, greta, "absence_removal", {}, absence.pk).status_code == 404


@pytest.mark.parametrize(
    ("days", "field"),
    [({"last_on": date(2026, 7, 5)}, "last_on"), ({"first_on": date(2026, 7, 1)}, "first_on")],
)
def test_days_in_wrong_order_or_taken_already_are_refused(client, sam, days, field):
    add(user=sam, first_on=date(2026, 6, 29), last_on=date(2026, 7, 3))
    answer = send(client, sam, "absence_new", {**JULY, **days})
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {field}
    assert Absence.objects.count() == 1


def test_the_same_said_twice_is_said_once(client, sam):
    sent = {**JULY, "once": "7f1f1c4e-0000-4000-8000-000000000003"}
    first, second = (send(client, sam, "absence_new", sent) for _ in range(2))
    assert first.url == second.url == reverse("funnel:absences")
    absence = Absence.objects.get()
    assert change(absence, **JULY) == absence


def test_the_days_of_an_absence_are_the_organisation_s(sam, ben):
    Organisation.current()
    Organisation.objects.update(time_zone="Asia/Kolkata")  # 5:30 ahead
    add(user=sam, **JULY)
    begins = datetime(2026, 7, 5, 18, 30, tzinfo=UTC)
    assert is_absent(sam, begins) and not is_absent(sam, begins - timedelta(seconds=1))
    assert not is_absent(ben, begins)
    days = [date(2026, 7, day) for day in (5, 6, 17, 18)]
    assert [absent_on(day) for day in days] == [set(), {sam.pk}, {sam.pk}, set()]


def test_the_database_keeps_the_order_of_days(sam):
    with pytest.raises(IntegrityError), transaction.atomic():
        Absence.objects.create(user=sam, first_on=date(2026, 7, 2), last_on=date(2026, 7, 1))


def test_who_changed_them_is_told_without_the_words(greta, sam):
    with pghistory.context(user=greta.pk):
        absence = add(user=sam, **JULY, words="Hospital")
        change(absence, first_on=date(2026, 7, 7), last_on=date(2026, 7, 17), words="Hospital")
    told = [(each.was, each.became) for each in entries() if each.field == "Absence"]
    before, after = "2026-07-06 – 2026-07-17", "2026-07-07 – 2026-07-17"
    assert told == [(before, after), ("", before)]
    assert not hasattr(Absence.pgh_event_model, "words")


def test_an_invented_colleague_s_absence_goes_with_the_sample(greta, adam, sam):
    soon(a_user("Sven", sample=True))
    real = soon(sam)
    remove_sample(by=adam)
    assert list(Absence.objects.all()) == [real]


def test_nobody_is_away_twice_at_once(sam):
    soon(sam)
    with pytest.raises(Refusal, match="is away then already"):
        soon(sam)
