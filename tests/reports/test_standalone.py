from xml.etree import ElementTree

import pytest
from django.core.management import call_command

from tests.reports.reading import may
from tests.story import an_accepted

DAYS = ("--from", "2026-05-01", "--to", "2026-05-31")


@pytest.fixture
def text(tmp_path, mara, sam):
    an_accepted(mara, sam, at=may(3))
    file = tmp_path / "funnel.svg"
    call_command("report", "picture", *DAYS, "--out", str(file))
    return file.read_text()


def test_the_picture_is_a_file_that_stands_alone(text):
    root = ElementTree.fromstring(text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    said = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "Accepted" in said
    assert "href" not in text


def test_its_colours_are_in_it(text):
    assert "light-dark(" not in text
    assert "--mkt-fill: #17657f;" in text
    assert "prefers-color-scheme: dark" in text
