"""A killed import goes on where it stopped, and memory stays flat: shown on real processes."""

import json
import os
import random
import subprocess
import sys
import time
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from funnel.models import Batch
from leads.models import Lead, LeadStep, MatchKey, Person, Touchpoint
from tests.files import a_file, counts, imported
from tests.plugins.database import CHECKOUT

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PEAK = """
import resource, sys
from django.core.management import execute_from_command_line
execute_from_command_line(sys.argv)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def people(folder, rows):
    """Every 20th row is bad, and every 30th names somebody who came before."""
    lines = ["name,email"]
    for number in range(rows):
        email = "bad" if number % 20 == 0 else f"p{number - number % 30 // 29}@example.com"
        lines.append(f"Person {number},{email}")
    return a_file(folder, "\n".join(lines))


def database_url():
    """The address of this test's database, for another process."""
    at = {name: quote(str(value), safe="/") for name, value in connection.settings_dict.items()}
    if at["HOST"].startswith("/"):
        return f"postgres://{at['USER']}@/{at['HOST']}/{at['NAME']}"
    who = f"{at['USER']}:{at['PASSWORD']}".rstrip(":")
    return f"postgres://{who}@{at['HOST']}:{at['PORT'] or 5432}/{at['NAME']}"


def start(*command, **more):
    known = {"REDIS_URL": settings.REDIS_URL, "SECRET_KEY": settings.SECRET_KEY, "DEBUG": "1"}
    return subprocess.Popen(
        [sys.executable, *map(str, command)],
        env={**os.environ, **known, "DATABASE_URL": database_url()},
        cwd=CHECKOUT,
        text=True,
        **more,
    )


def wait_for(rows):
    until = time.monotonic() + 30
    while not Batch.objects.filter(rows_done__gte=rows).exists():
        assert time.monotonic() < until
        time.sleep(0.01)


def everything():
    models = [Person, MatchKey, Lead, LeadStep, Touchpoint]
    return [model.objects.count() for model in models]


def test_a_killed_import_and_a_second_run_are_one_clean_run(tmp_path):
    path = people(tmp_path, 6000)
    with start("manage.py", "import_leads", path) as importing:
        wait_for(random.choice([1, 2001]))
        importing.kill()
    assert Batch.objects.get().finished_at is None
    assert imported("leads", path) == counts(created=5500, updated=200, errors=300)
    assert everything() == [5500, 5500, 5500, 5500, 5700]


def test_memory_does_not_grow_with_the_file(tmp_path):
    small, large = (_peak(people(tmp_path, rows)) for rows in (2000, 8000))
    assert large - small < 12 * 1024  # KiB


def _peak(path):
    command = ["-c", PEAK, "import_leads", path, "--format", "json"]
    told, _nothing = start(*command, stdout=subprocess.PIPE).communicate(timeout=60)
    count, peak = told.splitlines()
    assert json.loads(count)["created"] > 0
    return int(peak)
