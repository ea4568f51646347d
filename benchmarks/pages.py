"""The funnel page and the lead list against `SELECT count(*)` of the same rows, in one run."""

import argparse
import os
import time
from datetime import timedelta
from statistics import median

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "funnel.settings")


def main():
    django.setup()
    from benchmarks.year import database, load
    from funnel.local.prepare import collect_static_when_changed

    collect_static_when_changed()
    options = _options()
    with database():
        began = time.perf_counter()
        manager = load(options.leads)
        print(f"{options.leads:,} leads loaded in {time.perf_counter() - began:.1f} s")
        _print(_measured(manager, options.repeats))


def _options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=100_000)
    parser.add_argument("--repeats", type=int, default=9)
    return parser.parse_args()


def _measured(manager, repeats):
    """{what: seconds of every run}; the runs take turns, so that a busy moment hits them all."""
    from django.test import Client
    from django.utils.timezone import localdate

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(manager)
    until = localdate()
    year = f"/funnel/?from={until - timedelta(days=366)}&to={until}&mode=cohort&window=90"
    runs = {
        "SELECT count(*)": _count,
        "the lead list": lambda: _page(client, "/leads/"),
        "the funnel page": lambda: _page(client, year),
    }
    seconds = {what: [] for what in runs}
    for number in range(repeats + 1):
        for what, run in runs.items():
            began = time.perf_counter()
            run()
            if number:  # the first round fills the caches
                seconds[what].append(time.perf_counter() - began)
    return seconds


def _count():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM leads_lead")
        return cursor.fetchone()


def _page(client, address):
    answer = client.get(address, secure=False)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")


def _print(seconds):
    from django.db import connection

    bare = median(seconds["SELECT count(*)"])
    version = connection.pg_version // 10000
    print(f"PostgreSQL {version}, {os.cpu_count()} cores, medians of the same run:")
    for what, runs in seconds.items():
        print(f"{what:16} {median(runs) * 1000:9.1f} ms {median(runs) / bare:8.1f} times the count")


if __name__ == "__main__":
    main()
