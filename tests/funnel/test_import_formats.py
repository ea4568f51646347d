"""How dates and amounts are written is asked in the browser, with what the answers would mean."""

import pytest

from funnel.models import UploadState
from leads.models import Lead
from tests.funnel.wizard import at, bring, checked, imported

pytestmark = pytest.mark.django_db
PEOPLE = "name,captured_at\nAda,{0}\nBo,{0}\n"


@pytest.fixture
def as_mara(client, mara):
    client.force_login(mara)
    return client


def asked(client, cell):
    """What the format of a column of `cell` can be: the choices, and which is chosen before."""
    upload = bring(client, PEOPLE.format(f'"{cell}"').encode())
    said = {"c0": "name", "c1": "captured_at", "again": 1}
    field = client.post(at(upload, "import_columns"), said).context["form"]["f_captured_at"]
    return upload, [key for key, _words in field.field.choices], field.field.initial


@pytest.mark.parametrize(
    ("cell", "form", "day"),
    [
        ("04/03/2026 2:05 PM", "MM/DD/YYYY HH:mm AM", 3),
        ("3 Apr 2026", "DD MONTH YYYY", 3),
        ("April 3, 2026", "MONTH DD, YYYY", 3),
        ("46115", "Excel", 3),
    ],
)
def test_dates_as_people_write_them_come_in(as_mara, cell, form, day):
    upload, choices, chosen = asked(as_mara, cell)
    assert (form in choices, chosen) == (True, "")
    checked(as_mara, upload, c0="name", c1="captured_at", f_captured_at=form)
    imported(as_mara, upload)
    assert [lead.born_at.day for lead in Lead.objects.all()] == [day, day]


def test_a_time_with_the_word_utc_is_read_without_a_question(as_mara):
    assert asked(as_mara, "2026-04-03 10:00:00 UTC")[2] == "ISO"


def test_where_no_format_fits_none_is_chosen_and_the_step_says_so(as_mara):
    upload, _choices, chosen = asked(as_mara, "soon")
    assert chosen == ""
    said = {"c0": "name", "c1": "captured_at", "next": 1}
    page = as_mara.post(at(upload, "import_columns"), said).content.decode()
    assert "No format reads “soon”." in page
    upload.refresh_from_db()
    assert upload.state == UploadState.CHOOSING


@pytest.mark.parametrize(
    ("cells", "form"),
    [
        (["1.234,50 €", "(5,00)"], "1.000,50"),
        (["€1,234.50", "EUR 10.00"], "1,000.50"),
        (["$10", "$7.25"], "1000.50"),
    ],
)
def test_amounts_with_a_sign_of_money_are_offered_the_formats_that_fit(as_mara, cells, form):
    rows = "".join(f'2026-04-0{n},X,"{cell}"\n' for n, cell in enumerate(cells, 1))
    upload = bring(as_mara, f"on,campaign,amount\n{rows}".encode(), kind="spend")
    said = {"c0": "on", "c1": "campaign", "c2": "amount", "f_on": "ISO", "f_amount": form}
    checked(as_mara, upload, **said)
    assert [group["field"] for group in upload.told["groups"]] == ["campaign"]
