"""Who changed what, when, from what to what; and the page that tells it of the settings."""

import pghistory
import pytest
from django.urls import reverse

from funnel.changes.queries import entries
from funnel.colleagues.actions import change as change_colleague
from funnel.history import WHOLE, changes, changes_of, latest
from funnel.models import Organisation, Reason, Team
from leads.models import Channel, Person
from tests.story import a_channel, a_person, an_mql

pytestmark = pytest.mark.django_db


def renamed(record, name, by=None):
    with pghistory.context(user=by and by.pk):
        record.name = name
        record.save()
    return record


def test_every_edit_tells_who_what_and_from_what(mara):
    ada = a_person(name="Ada", email="ada@example.com")
    renamed(ada, "Ada Berg", by=mara)
    (change,) = changes(ada)
    assert (change.field, change.was, change.became) == ("name", "Ada", "Ada Berg")
    assert change.by_id == mara.pk


def test_the_newest_comes_first():
    ada = a_person(name="Ada", email="ada@example.com")
    renamed(renamed(ada, "Ada B"), "Ada Berg")
    assert [change.became for change in changes(ada)] == ["Ada Berg", "Ada B"]


def test_the_edits_of_many_records_take_one_query(django_assert_num_queries):
    people = [renamed(a_person(), f"Ada {number}") for number in range(5)]
    with django_assert_num_queries(1):
        assert len(changes_of(people)) == 5
    assert changes_of([]) == []


def test_what_was_removed_is_still_told(mara):
    team = Team.objects.create(name="South")
    renamed(team, "East", by=mara)
    team.delete()
    told = [(change.field, change.was, change.became) for change in latest(Team, 10)]
    assert told == [(WHOLE, "East", None), ("name", "South", "East"), (WHOLE, None, "South")]


def test_a_stage_is_the_ledger_s_and_no_edit(mara):
    assert changes(an_mql(mara)) == []


def test_a_password_is_not_remembered(sam):
    sam.set_password("another long one")
    sam.save()
    assert changes(sam) == []


def test_the_settings_tell_who_gave_a_role_and_a_team(adam, sam):
    south = Team.objects.create(name="South")
    with pghistory.context(user=adam.pk):
        change_colleague(
            sam, by=adam, name="Sam", email=sam.email, roles=["manager"], teams=[south]
        )
    told = {(entry.what, entry.field, entry.was, entry.became) for entry in entries()}
    assert ("Sam", "Role", "", "Manager") in told
    assert ("Sam", "Role", "Salesperson", "") in told
    assert ("Sam", "Team", "North", "") in told
    assert {entry.who for entry in entries()} == {"Adam"}


def test_the_page_tells_a_change_in_words(client, adam):
    client.force_login(adam)
    reason = Reason.objects.get(kind="return", key="too_early")
    words = {"label": "Far too early", "side": "sales", "active": "on"}
    client.post(reverse("funnel:reason", args=[reason.pk]), words)
    page = client.get(reverse("funnel:changes")).content.decode()
    assert "Reason: Far too early" in page
    assert "Buyer" in page
    assert "Adam" in page


def test_what_a_command_did_is_not_told_as_a_person_s():
    renamed(Organisation.current(), "Ostermann Stein")
    assert entries() == []


def test_the_page_costs_the_same_however_much_changed(client, adam, django_assert_max_num_queries):
    organisation = Organisation.current()
    for number in range(60):
        renamed(organisation, f"Name {number}", by=adam)
    client.force_login(adam)
    with django_assert_max_num_queries(42):
        page = client.get(reverse("funnel:changes"), {"page": 2}).content.decode()
    assert "<td>Name 0</td>" in page
    assert "<td>Name 58</td>" not in page


def test_channels_tell_their_own_changes(client, adam):
    client.force_login(adam)
    channel = a_channel("radio")
    data = {"name": "Wireless", "trackable": ""}
    client.post(reverse("leads:channel", args=[channel.pk]), data)
    page = client.get(reverse("leads:channels")).content.decode()
    assert "Wireless" in page and "Radio" in page
    assert Channel.objects.get(key="radio").trackable is False


def test_history_outlives_the_record(mara):
    ada = renamed(a_person(name="Ada"), "Ada Berg", by=mara)
    number = ada.pk
    ada.keys.all().delete()
    ada.delete()
    told = [change.was for change in latest(Person, 10) if change.of == number]
    assert told == ["Ada Berg", "Ada"]
