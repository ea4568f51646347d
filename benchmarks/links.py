"""Redirects of a tracked link against an empty view: one server, the same middleware, one run."""

import argparse
import http.client
import os
import time
from statistics import median

import django

from benchmarks.serving import server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.served")
BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", "Accept-Language": "de"}
TURN = 50  # requests before the other one has its turn, so that a busy moment hits both


def main():
    options = _options()
    django.setup()
    from benchmarks.year import database, load_links

    with database():
        codes = load_links(options.links)
        print(f"{options.links:,} links, all of them on the shelf")
        with server() as port:
            seconds = _measured(port, codes, options.turns)
        _print(seconds, _moved())


def _options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--links", type=int, default=1000)
    parser.add_argument("--turns", type=int, default=60)
    return parser.parse_args()


def _measured(port, codes, turns):
    """{what: seconds of each turn of TURN requests}; the first turn fills what has to be filled."""
    link = http.client.HTTPConnection("127.0.0.1", port)
    asked = {
        "an empty view": (["/empty/"] * TURN, 200),
        "a redirect": ([f"/l/{codes[number % len(codes)]}" for number in range(TURN)], 302),
    }
    seconds = {what: [] for what in asked}
    for turn in range(turns + 1):
        for what, (paths, status) in asked.items():
            began = time.perf_counter()
            for path in paths:
                _ask(link, path, status)
            if turn:
                seconds[what].append(time.perf_counter() - began)
    return seconds


def _ask(link, path, status):
    link.request("GET", path, headers=BROWSER)
    answer = link.getresponse()
    answer.read()
    if answer.status != status:
        raise SystemExit(f"{path} answered {answer.status}")


def _moved():
    """(clicks, seconds) of the worker that moves them into the ledger."""
    from leads.links import moving
    from leads.links.tasks import move_clicks
    from leads.models import Click

    moving.SETTLED = -1
    began = time.perf_counter()
    move_clicks()
    return Click.objects.count(), time.perf_counter() - began


def _print(seconds, moved):
    empty = seconds["an empty view"]
    print(f"{os.cpu_count()} cores, one worker of gunicorn, medians over the turns of one run:")
    for what, runs in seconds.items():
        ratio = median(bare / run for bare, run in zip(empty, runs, strict=True))
        print(f"{what:16} {TURN / median(runs):9.0f} a second {ratio:8.2f} of the empty view")
    clicks, spent = moved
    print(f"{clicks:,} clicks moved into the ledger, {clicks / spent:.0f} a second")


if __name__ == "__main__":
    main()
