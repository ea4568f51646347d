"""Leads from a file, with dedupe and ledger, against an indexed COPY of the same rows, in one run;
and what memory the import takes, however long the file is."""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "funnel.settings")
HEADER = "id,name,email,phone,company,captured_at,channel\n"
LIMIT, SHARE = 5_000, 25  # rows a second, or one of so many of what COPY does
COPIED = """
CREATE TABLE copied (
    id text PRIMARY KEY, name text, email text, phone text, company text,
    captured_at timestamptz, channel text
);
CREATE INDEX ON copied (lower(email)); CREATE INDEX ON copied (phone);
CREATE INDEX ON copied (captured_at); CREATE INDEX ON copied (channel, captured_at);
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--weigh", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    django.setup()
    if options.weigh:
        _weigh(options.weigh)
        return
    _compare(options.rows)
    for size in options.sizes:
        command = [sys.executable, "-m", "benchmarks.imports", "--weigh", str(size)]
        subprocess.run(command, check=True)


def _compare(rows):
    from benchmarks.year import database

    with database(), tempfile.TemporaryDirectory() as folder:
        path = _written(Path(folder) / "leads.csv", rows)
        imported, copied = rows / _import(path), rows / _copy(path)
    least = min(LIMIT, copied / SHARE)
    share, met = copied / imported, "met" if imported >= least else "NOT MET"
    print(f"{rows:,} rows, a tenth of them known, in one run:")
    print(f"the import        {imported:10,.0f} rows a second, 1/{share:.0f} of the COPY")
    print(f"an indexed COPY   {copied:10,.0f} rows a second")
    print(f"the limit         {least:10,.0f} rows a second: {met}")


def _weigh(rows):
    """The most memory that this process has taken, above what it took before."""
    from benchmarks.year import database

    with database(), tempfile.TemporaryDirectory() as folder:
        path = _written(Path(folder) / "leads.csv", rows)
        before = _peak()
        _import(path)
        print(f"{rows:>9,} rows take {_peak() - before:6.0f} MB more than {before:.0f} MB at rest")


def _peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _written(path, rows):
    with path.open("w") as file:
        file.write(HEADER)
        for number in range(rows):
            who = number if number % 10 else number // 2
            day = f"2026-{number % 9 + 1:02d}-{number % 28 + 1:02d}"
            file.write(
                f"r{number},Person {who},p{who}@example.com,+4940{1_000_000 + who},"
                f"Company {who % 5000},{day},channel-{number % 7}\n"
            )
    return path


def _import(path):
    from django.utils.timezone import now

    from funnel.imports.mapping import Mapping
    from funnel.imports.plan import fit
    from funnel.imports.registry import importer_of
    from funnel.imports.running import run
    from funnel.imports.shape import shape_of

    importer = importer_of("leads")
    mapping = Mapping(source="bench", columns={"source_id": "id"})
    began = time.perf_counter()
    run(fit(importer, mapping, shape_of(path, importer.begins), "UTC", now()))
    return time.perf_counter() - began


def _copy(path):
    from django.db import connection

    with connection.cursor() as cursor, path.open() as file:
        cursor.execute(COPIED)
        began = time.perf_counter()
        cursor.cursor.copy_expert("COPY copied FROM STDIN WITH (FORMAT csv, HEADER)", file)
        connection.commit()
        return time.perf_counter() - began


if __name__ == "__main__":
    main()
