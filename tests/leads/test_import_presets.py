"""Files as other programs write them: their columns are known by name."""

import pytest

from funnel.imports.registry import importer_of
from leads.models import Lead, Person
from tests.cast import a_user
from tests.files import a_file, counts, imported, refused

pytestmark = pytest.mark.django_db
KINDS = ("leads", "people", "touches", "responses", "spend", "reach", "products", "deals")
HUBSPOT = (
    "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,"
    "Original Source,Company name,Lifecycle Stage\n"
    "901,Ada,Berg,ada@example.com,+49 30 23125001,Mara Moor,New,2026-03-12 09:14,"
    "Organic Search,Kita Linde,Lead\n"
)
SALESFORCE = (
    "Lead ID,Lead Owner,First Name,Last Name,Title,Company / Account,Email,Phone,Lead Source,"
    "Create Date\n"
    "00Q7R00001,Mara Moor,Ada,Berg,Head,Kita Linde,ada@example.com,+49 30 23125001,Web,"
    "3/12/2026\n"
)
PIPEDRIVE = (
    "Person - ID,Person - Name,Person - Organization,Person - Email - Work,"
    "Person - Email - Home,Person - Phone - Work,Person - Person created,Person - Owner\n"
    '7,Ada Berg,Kita Linde,"ada@example.com, a.berg@example.com",,+49 30 23125001,'
    "2026-03-12 09:14:00,Mara Moor\n"
)
GOOGLE = (
    "First Name,Middle Name,Last Name,Organization Name,E-mail 1 - Label,E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value\n"
    "Ada,,Berg,Kita Linde,* Work,ada@example.com ::: a.berg@example.com,Mobile,+49 30 23125001\n"
)
OLD_GOOGLE = (
    "Name,Given Name,Additional Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,"
    "Phone 1 - Type,Phone 1 - Value,Organization 1 - Name\n"
    "Ada Berg,Ada,,Berg,* Work,ada@example.com,Mobile,+49 30 23125001,Kita Linde\n"
)
FILES = [
    ("hubspot", HUBSPOT),
    ("salesforce", SALESFORCE),
    ("pipedrive", PIPEDRIVE),
    ("google", GOOGLE),
    ("google", OLD_GOOGLE),
]


@pytest.fixture
def moor(db):
    return a_user("Mara Moor", "marketer")


@pytest.mark.parametrize(("preset", "text"), FILES)
def test_people_come_in_whole_from_the_file_of_each_program(tmp_path, preset, text):
    path = a_file(tmp_path, text)
    assert imported("people", path, "--preset", preset) == counts(created=1)
    ada = Person.objects.get()
    assert (ada.name, ada.email, str(ada.company)) == ("Ada Berg", "ada@example.com", "Kita Linde")
    assert ada.phone == "+49 30 23125001"
    assert imported("people", path, "--preset", preset) == counts(unchanged=1)


@pytest.mark.parametrize(
    ("preset", "text", "channel"),
    [("hubspot", HUBSPOT, "Organic Search"), ("salesforce", SALESFORCE, "Web")],
)
def test_leads_come_in_with_their_day_channel_and_owner(tmp_path, moor, preset, text, channel):
    form = ["--date-format", "MM/DD/YYYY"] if preset == "salesforce" else []
    imported("leads", a_file(tmp_path, text), "--preset", preset, *form)
    lead = Lead.objects.get()
    assert (str(lead), f"{lead.born_at:%d %m %Y}") == ("Ada Berg", "12 03 2026")
    assert (lead.channel.name, lead.owner.name) == (channel, "Mara Moor")


def test_leads_of_pipedrive_and_google_come_in(tmp_path, moor):
    imported("leads", a_file(tmp_path, PIPEDRIVE), "--preset", "pipedrive")
    assert (Lead.objects.get().owner.name, Lead.objects.get().born_at.year) == ("Mara Moor", 2026)
    assert imported("leads", a_file(tmp_path, GOOGLE), "--preset", "google")["updated"] == 1


def test_own_ids_are_the_program_s_unless_another_source_is_named(tmp_path):
    imported("people", a_file(tmp_path, HUBSPOT), "--preset", "hubspot")
    keys = Person.objects.get().keys.values_list("kind", "value")
    assert ("id:hubspot", "901") in keys
    imported("people", a_file(tmp_path, HUBSPOT), "--preset", "hubspot", "--source", "old crm")
    assert Person.objects.get().keys.filter(kind="id:old crm", value="901").exists()


def test_what_is_mapped_by_hand_goes_before_the_preset(tmp_path):
    mapping = ["--preset", "hubspot", "--map", "company=", "name=Lead Status"]
    imported("people", a_file(tmp_path, HUBSPOT), *mapping)
    ada = Person.objects.get()
    assert (ada.company, ada.name) == (None, "New")


def test_a_file_of_another_program_is_refused_whole(tmp_path):
    path = a_file(tmp_path, "Colour,Shoe size\nred,44\n")
    assert "tells who somebody is" in refused("people", path, "--preset", "pipedrive")


@pytest.mark.parametrize("kind", KINDS)
def test_other_names_of_columns_are_of_fields_and_each_of_one(kind):
    importer = importer_of(kind)
    fields = {field.name for field in importer.fields}
    names = [name for field in importer.called.values() for name in field]
    assert importer.called.keys() <= fields and len(names) == len(set(names))
    assert names == [name.lower() for name in names] and names
    assert all(preset.columns.keys() <= fields for preset in importer.presets)
