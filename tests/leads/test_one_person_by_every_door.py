"""One address, spelt otherwise at every way in, is one person; also after they were merged."""

import json
from uuid import uuid4

import pytest

from leads.capture.actions.keeping import keep
from leads.capture.tasks import decide_received
from leads.merging.actions import merge
from leads.models import Lead, Person
from tests.files import a_file, said
from tests.story import a_campaign, a_form, a_person, a_source

pytestmark = pytest.mark.django_db


def by_form(client, mara, email, tmp_path):
    keep(a_form(a_campaign(mara)), submission_id=uuid4(), payload={"name": "Ada", "email": email})
    decide_received()


def by_program(client, mara, email, tmp_path):
    headers = {"Authorization": f"Bearer {a_source(mara)[1]}"}
    body = json.dumps({"name": "Ada", "email": email})
    client.post("/api/captures/", body, content_type="application/json", headers=headers)
    decide_received()


def by_file(client, mara, email, tmp_path):
    said("leads", a_file(tmp_path, f"email,captured_at\n{email},2026-02-03 10:00\n"))


def by_hand(client, mara, email, tmp_path):
    client.force_login(mara)
    client.post("/leads/new/", {"name": "Ada", "email": email})


@pytest.mark.parametrize("door", [by_form, by_program, by_file, by_hand])
@pytest.mark.parametrize("merged", [False, True])
def test_they_are_who_we_know(client, mara, tmp_path, door, merged):
    ada = a_person(name="Ada", email="ada@x.example")
    other = a_person(name="A.", email="a.berg+tag@x.example")
    if merged:
        merge(ada, other, by=mara)
    door(client, mara, " A.Berg+TAG@X.example ", tmp_path)
    assert Person.objects.count() == 2
    assert Lead.objects.get().person == (ada if merged else other)
