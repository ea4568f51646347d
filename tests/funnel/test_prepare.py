"""What bin/demo does to a database before the pages are served, and whom it names afterwards."""

import datetime

import pytest
from django.core.management import CommandError

from funnel.local import prepare
from funnel.models import Organisation, User


@pytest.fixture
def loaded(monkeypatch):
    """The commands that were called."""
    called = []
    monkeypatch.setattr(prepare, "call_command", lambda name, **_: called.append(name))
    return called


@pytest.fixture
def local(settings, tmp_path):
    settings.LOCAL_DIR = tmp_path


def test_the_year_is_loaded_where_nobody_can_sign_in(loaded, db):
    prepare.load_sample()
    assert loaded == ["load_demo"]


def test_the_year_is_not_loaded_a_second_time(loaded, mara):
    prepare.load_sample()
    assert loaded == []


def test_a_year_that_does_not_fit_here_stops_nothing(monkeypatch, db, capsys):
    def refuse(*_, **__):
        raise CommandError("Real leads are here.")

    monkeypatch.setattr(prepare, "call_command", refuse)
    prepare.load_sample()
    assert "Real leads are here." in capsys.readouterr().out


@pytest.mark.parametrize(("days", "told"), [(7, False), (8, True)])
def test_an_old_year_is_told_with_the_way_to_a_new_one(loaded, mara, capsys, days, told):
    organisation = Organisation.current()
    organisation.sample_until = datetime.date.today() - datetime.timedelta(days=days)
    organisation.save()
    prepare.load_sample()
    assert ("--reset" in capsys.readouterr().out) is told


def test_the_demo_names_one_sign_in_for_each_role(db, capsys):
    for email, role in prepare.SIGNINS:
        User.objects.create_user(email, role)
    prepare.tell_signins()
    assert len(capsys.readouterr().out.splitlines()) == 5


def test_a_bare_database_gets_an_administrator_whose_password_is_told(db, local, capsys):
    prepare.tell_signins()
    told = capsys.readouterr().out.split()
    admin = User.objects.get(email=told[1])
    assert admin.check_password(told[2])
    assert admin.roles == ["admin"]


def test_a_changed_password_is_not_told(db, local, capsys):
    prepare.tell_signins()
    admin = User.objects.get()
    admin.set_password("another one")
    admin.save()
    capsys.readouterr()
    prepare.tell_signins()
    assert "(with your password)" in capsys.readouterr().out
