"""Leads from a file: one row is one interest of one person."""

import json
from datetime import UTC, datetime

import pytest

from funnel.history import changes
from funnel.models import Organisation
from leads.models import Channel, Lead, Person, Touchpoint
from leads.qualification.actions import disqualify, qualify
from tests.files import a_file, counts, imported, refused, table
from tests.plugins.database import CHECKOUT
from tests.story import a_campaign, a_lead, a_person, a_reason, trail

pytestmark = pytest.mark.django_db
HEAD = "name,email,phone,company,captured_at,channel,campaign,landing_page,words,kind,owner\n"
ADA = "Ada,ada@example.com,+493023125001,Kita Linde,2026-02-03 10:00,fair,,/x,Too loud,,\n"


def test_a_row_becomes_a_person_and_a_lead(tmp_path):
    assert imported("leads", a_file(tmp_path, HEAD + ADA)) == counts(created=1)
    lead = Lead.objects.get()
    assert (lead.person.name, lead.person.email) == ("Ada", "ada@example.com")
    assert (str(lead.person.company), lead.channel.key) == ("Kita Linde", "fair")
    assert (lead.landing_page, lead.words) == ("/x", "Too loud")
    assert (lead.born_at, trail(lead)) == (datetime(2026, 2, 3, 10, tzinfo=UTC), ["captured"])


def test_a_row_leaves_one_touch(tmp_path):
    imported("leads", a_file(tmp_path, HEAD + ADA))
    touch, lead = Touchpoint.objects.get(), Lead.objects.get()
    assert (touch.kind, touch.at, touch.lead) == ("import", lead.born_at, lead)
    assert (touch.channel, touch.page, touch.words) == (lead.channel, "/x", "Too loud")


def test_at_stage_mql_qualifies_at_a_time_nobody_knows(tmp_path):
    imported("leads", a_file(tmp_path, HEAD + ADA), "--at-stage", "mql")
    steps = Lead.objects.get().steps.values_list("to_stage", "time_known")
    assert list(steps) == [("captured", True), ("mql", False)]


def test_a_day_begins_in_the_organisations_time_zone(tmp_path):
    Organisation.objects.update_or_create(pk=1, defaults={"time_zone": "America/Sao_Paulo"})
    imported("leads", a_file(tmp_path, "name,captured_at\nAda,2018-01-02\n"))
    assert Lead.objects.get().born_at == datetime(2018, 1, 2, 2, tzinfo=UTC)


def test_a_file_without_dates_counts_from_the_import_and_says_so(tmp_path):
    imported("leads", a_file(tmp_path, "name\nAda\n"))
    lead = Lead.objects.get()
    assert lead.born_at == lead.batch.started_at and not lead.steps.get().time_known


def test_one_person_in_six_spellings_is_one_person(tmp_path):
    spelled = ["ada@example.com", "ADA@example.com", " Ada@Example.com ", "ada@EXAMPLE.com"]
    others = ["ada+x@example.com", "a.da@example.com"]
    path = a_file(tmp_path, "\n".join(["email", *spelled, *others]))
    assert imported("leads", path)["created"] == 3
    assert Person.objects.count() == Lead.objects.count() == 3


def test_an_own_id_belongs_to_its_source(tmp_path):
    path = a_file(tmp_path, "id,name\n7,Ada\n")
    for source in ("crm", "fair"):
        imported("leads", path, "--source", source, "--map", "source_id=id")
    assert Person.objects.count() == 2


def test_an_open_lead_is_touched_not_doubled(tmp_path, mara):
    person = a_person(name="Ada", email="ada@example.com")
    lead = a_lead(mara, person=person)
    assert imported("leads", a_file(tmp_path, HEAD + ADA)) == counts(updated=1)
    person.refresh_from_db()
    assert (Lead.objects.get(), str(person.company)) == (lead, "Kita Linde")
    assert lead.touchpoints.count() == 2


def test_a_closed_episode_is_followed_by_a_new_one(tmp_path, mara):
    old = a_lead(mara, person=a_person(email="ada@example.com"))
    disqualify(old, by=mara, reason=a_reason("disqualify", "no_need"))
    assert imported("leads", a_file(tmp_path, HEAD + ADA)) == counts(created=1)
    assert Lead.objects.get(stage="captured").earlier == old


def test_a_known_row_that_says_more_fills_blanks_only(tmp_path, mara):
    keep = ["--source", "crm", "--map", "source_id=id"]
    imported("leads", a_file(tmp_path, "id,name,landing_page\n7,Ada,/x\n"), *keep)
    more = "id,name,landing_page,email\n7,Eda,/y,ada@example.com\n"
    assert imported("leads", a_file(tmp_path, more), *keep) == counts(updated=1)
    assert imported("leads", a_file(tmp_path, more.replace("/y", "/z")), *keep) == counts(
        unchanged=1
    )
    lead = Lead.objects.get()
    assert (lead.person.name, lead.landing_page) == ("Ada", "/x")
    assert lead.person.email == "ada@example.com"


def test_a_second_import_leaves_a_lead_where_people_took_it(tmp_path, mara):
    path = a_file(tmp_path, HEAD + ADA)
    imported("leads", path)
    qualify(Lead.objects.get(), by=mara)
    imported("leads", path)
    assert Lead.objects.get().stage == "mql"


def test_a_campaign_brings_its_channel_and_owner(tmp_path, mara):
    campaign = a_campaign(mara, channel="radio", name="Spring fair")
    path = a_file(tmp_path, f"name,campaign\nAda,spring FAIR\nBo,{campaign.pk}\n")
    assert imported("leads", path) == counts(created=2)
    for lead in Lead.objects.all():
        assert (lead.campaign, lead.channel.key, lead.owner) == (campaign, "radio", mara)


def test_rows_that_name_what_there_is_not_are_refused(tmp_path, mara):
    a_campaign(mara, name="Twice"), a_campaign(mara, name="Twice")
    rows = ["Ada,none,,", "Bo,Twice,,", "Cy,,!!!,", "Di,,,sequel", ",,web,"]
    path = a_file(tmp_path, "\n".join(["name,campaign,channel,kind", *rows]))
    errors = tmp_path / "errors.csv"
    assert imported("leads", path, "--errors", errors) == counts(errors=5)
    assert [row["column"] for row in table(errors)] == [
        "campaign",
        "campaign",
        "channel",
        "kind",
        "",
    ]
    assert not Person.objects.exists()


def test_whose_import_it_is_signs_what_it_writes(tmp_path, mara):
    ada = a_person(email="ada@example.com")
    imported("leads", a_file(tmp_path, HEAD + ADA), "--by", "MARA@funnel.example")
    lead = Lead.objects.get()
    assert (lead.owner, lead.steps.get().by, lead.batch.by) == (mara, mara, mara)
    ada.refresh_from_db()
    assert {change.by_id for change in changes(ada)} == {mara.pk}
    assert "Nobody here" in refused("leads", a_file(tmp_path, HEAD + ADA), "--by", "x@y.example")


def test_columns_kept_as_a_note_lie_with_the_touch(tmp_path):
    path = a_file(tmp_path, "name,words,hall,booth\nAda,Hello,7,\n")
    imported("leads", path, "--note", "hall", "booth")
    assert Touchpoint.objects.get().words == "Hello\nhall: 7"


def test_strangers_text_is_kept_as_text(tmp_path):
    name = "<script>alert(1)</script>\u202e\x00 'Null' 测试"
    imported("leads", a_file(tmp_path, f'name,words\n"{name}","{"x" * 20000}"\n'))
    lead = Lead.objects.get()
    assert (lead.person.name, len(lead.words)) == (name.replace("\u202e\x00", ""), 4000)


def test_a_column_of_everything_does_not_flood_the_channels(tmp_path):
    rows = "\n".join(f"P{n},c{n}" for n in range(250))
    found = imported("leads", a_file(tmp_path, f"name,channel\n{rows}"))
    assert (found["errors"], Channel.objects.count()) == (50, 200)


@pytest.mark.slow
@pytest.mark.realdata
def test_the_real_leads_arrive_by_channel(real_data):
    mapping = CHECKOUT / "docs" / "olist_mql.json"
    path = real_data / "olist_mql.csv"
    assert imported("leads", path, "--mapping", mapping) == counts(created=8000)
    found = {each.key: each.leads.count() for each in Channel.objects.all()}
    told = (
        "organic_search 2296 paid_search 1586 social 1350 unknown 1099 direct_traffic 499 email 493"
    )
    told += " referral 284 other 150 display 118 other_publicities 65 unknown-blank 60"
    pairs = told.split()
    assert found == dict(zip(pairs[::2], map(int, pairs[1::2]), strict=True))
    assert imported("leads", path, "--mapping", mapping) == counts(unchanged=8000)


def test_the_shipped_mapping_says_at_which_stage():
    said = json.loads((CHECKOUT / "docs" / "olist_mql.json").read_text())
    assert said["at_stage"] == "mql"
