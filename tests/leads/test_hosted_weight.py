"""A stranger's page is light enough for a slow line: 30 kB with all it loads, compressed."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.story import a_campaign, a_form

pytestmark = pytest.mark.django_db
STATIC = Path(settings.BASE_DIR) / "static"


def loaded(path):
    """A static file and the style sheets it imports."""
    text = path.read_text()
    yield text
    for name in re.findall(r'@import url\("(.+?)"\)', text):
        yield from loaded(path.parent / name)


def test_the_page_of_a_form_weighs_at_most_thirty_kilobytes(client, mara):
    page = client.get(a_form(a_campaign(mara)).address).text
    files = re.findall(r'(?:href|src)="/static/(.+?)"', page)
    texts = [page, *(text for name in files for text in loaded(STATIC / name))]
    assert sum(len(gzip.compress(text.encode())) for text in texts) <= 30_000


def test_it_loads_nothing_from_anybody_else(client, mara):
    page = client.get(a_form(a_campaign(mara)).address).text
    assert re.findall(r'(?:href|src|action)="(?:https?:)?//', page) == []
