"""A file may be a spreadsheet, an address book, or rows that were pasted."""

import pytest
from django.core.files.base import ContentFile

from funnel.refusal import Refusal
from funnel.uploads.actions.receiving import receive, receive_pasted
from funnel.uploads.content import reshape
from tests.funnel.sheets import MAIN, ods, xlsx, zipped

pytestmark = pytest.mark.django_db
ROWS = [["name", "email", "height"], ["Ada", "ada@example.com", 1.5], [], ["Bo", "bo@x.example", 2]]
CARDS = """BEGIN:VCARD\r
VERSION:3.0\r
FN:Ada Berg\r
EMAIL;TYPE=WORK:ada@example.com\r
TEL;TYPE=CELL:+44 113 496 0187\r
ORG:Berg Ltd;Research\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
nobody closed this one\r
"""


def brought(data, mara, name="people.xlsx"):
    return receive("people", ContentFile(data, name), by=mara)


def rows(upload):
    return [upload.shape["header"], *upload.shape["first"]]


def test_a_workbook_is_read_sheet_by_sheet_with_its_own_row_numbers(mara):
    upload = brought(xlsx(Cover=[], People=ROWS), mara)
    assert (upload.sheets, upload.sheet) == (["Cover", "People"], 1)
    assert rows(upload) == [
        ["name", "email", "height"],
        [2, "Ada", "ada@example.com", "1.5"],
        [3],
        [4, "Bo", "bo@x.example", "2"],
    ]


def test_another_sheet_is_chosen(mara):
    upload = brought(xlsx(People=ROWS, More=[["phone"], ["+49 40 1"]]), mara)
    reshape(upload, sheet=1)
    assert rows(upload) == [["phone"], [2, "+49 40 1"]]


def test_an_opendocument_sheet_is_read(mara):
    upload = brought(ods([["name", "phone"], ["Ada", "12"]]), mara, "people.ods")
    assert rows(upload) == [["name", "phone"], [2, "Ada", "12"]]


def test_each_card_is_a_row_and_a_broken_one_takes_no_other_with_it(mara):
    upload = brought(CARDS.encode(), mara, "cards.vcf")
    header, ada, joerg, broken = rows(upload)
    assert header[1:8] == ["name", "email", "email 2", "phone", "phone 2", "company", "title"]
    assert ada[2:8] == ["Ada Berg", "ada@example.com", "", "+44 113 496 0187", "", "Berg Ltd"]
    assert joerg[2] == "Jörg Müller"
    assert broken[-1].startswith("BEGIN:VCARD")


def test_pasted_rows_keep_their_columns(mara):
    upload = receive_pasted("people", "name\temail\nAda\tada@example.com\n", by=mara)
    assert rows(upload) == [["name", "email"], [2, "Ada", "ada@example.com"]]


def test_an_encoding_can_be_said(mara):
    upload = brought("name,city\nИван,Москва\n".encode("cp1251"), mara, "people.csv")
    reshape(upload, encoding="cp1251")
    assert rows(upload)[1] == [2, "Иван", "Москва"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04 and nothing that a program could read", "is damaged"),
        (zipped({"hello.txt": "no workbook"}), "cannot be read as a spreadsheet"),
        (zipped({f"{n}": "" for n in range(2001)}), "far too much"),
        (zipped({"xl/workbook.xml": " " * (21 << 20)}), "far too much"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"%PDF-1.7\n1,2", "a PDF document"),
        (b'<?xml version="1.0"?>\n<svg xmlns="x">', "an SVG picture"),
        (bytes(n * 7919 % 251 + 1 for n in range(3000)), "no text"),
    ],
    ids=["empty", "damaged", "archive", "many", "bomb", "png", "pdf", "svg", "noise"],
)
def test_what_cannot_be_read_is_told_where_the_file_was_chosen(mara, data, told):
    with pytest.raises(Refusal, match=told) as refused:
        brought(data, mara)
    assert refused.value.field in ("file", None)


def test_a_sheet_that_claims_billions_of_cells_ends_nobody(mara):
    far = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    far += '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    with pytest.raises(Refusal, match="far too much"):
        brought(xlsx(far=far), mara)


@pytest.mark.parametrize(
    "data", [b'Name,E-mail\r\n"Un closed,a@b.de\x00\n', b'E\r"~\x00', b"Na\xffme,E-mail\nAda\n"]
)
def test_an_open_quote_or_a_byte_that_no_text_holds_is_shown_as_a_row(mara, data):
    upload = brought(data, mara, "people.csv")
    upload.refresh_from_db()
    assert upload.shape["rows"] == 1
    assert "\x00" not in str(rows(upload))


def test_a_name_of_a_file_is_a_name_only(mara):
    upload = brought(b"name\nAda\n", mara, "x\u202egpj.csv")
    assert upload.file_name == "xgpj.csv"


def test_a_cell_turns_no_text_round(mara):
    upload = brought("name\u202e\nAda\u202e evil\u2066\n".encode(), mara, "people.csv")
    assert rows(upload) == [["name"], [2, "Ada evil"]]
