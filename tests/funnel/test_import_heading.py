"""The names of the columns stand where they stand, or nowhere."""

import pytest
from django.core.files.base import ContentFile

from funnel.refusal import Refusal
from funnel.uploads.actions.receiving import receive
from funnel.uploads.content import reshape

pytestmark = pytest.mark.django_db


def brought(text, mara, kind="leads"):
    return receive(kind, ContentFile(text.encode(), "people.csv"), by=mara)


def rows(upload):
    return [upload.shape["header"], *upload.shape["first"]]


def test_a_file_without_names_loses_no_row(mara):
    upload = brought("Ada,ada@x.example\nBo,bo@x.example\n", mara)
    reshape(upload, heading=0)
    assert rows(upload) == [
        ["column 1", "column 2"],
        [1, "Ada", "ada@x.example"],
        [2, "Bo", "bo@x.example"],
    ]


def test_the_row_of_the_names_can_be_said(mara):
    upload = brought("Fair,Hamburg\n\nName,E-Mail\nAda,a@x.example\n", mara)
    reshape(upload, heading=3)
    assert rows(upload) == [["Name", "E-Mail"], [4, "Ada", "a@x.example"]]
    with pytest.raises(Refusal, match="nothing in row 9"):
        reshape(upload, heading=9)


def test_titles_and_excels_separator_are_known_by_themselves(mara):
    titled = brought("Visitors of the fair\n\nName;E-Mail\nAda;a@x.example\n", mara)
    assert rows(titled) == [["Name", "E-Mail"], [4, "Ada", "a@x.example"]]
    stated = brought("sep=;\nName;Words, said\nAda;a,b,c\n", mara)
    assert rows(stated) == [["Name", "Words, said"], [3, "Ada", "a,b,c"]]
    one = brought("name\nAda\n", mara, "people")
    assert rows(one) == [["name"], [2, "Ada"]]
