"""Captures acknowledged against a view with one INSERT: one server, many clients, one run."""

import argparse
import http.client
import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from statistics import median
from urllib.parse import urlencode

import django

from benchmarks.serving import server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.served")
BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", "Accept-Language": "de"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
EACH = 25  # requests of one client before the next way in has its turn
HUMAN = 3  # seconds on the page
BARE, HOSTED, ENDPOINT = "one INSERT", "the hosted form", "the endpoint"
ACKNOWLEDGED = {BARE: 202, HOSTED: 302, ENDPOINT: 202}
numbers = count()


def main():
    options = _options()
    django.setup()
    from benchmarks.year import database

    with database():
        asked = _asked(options)
        with server(threads=4) as port:
            seconds = _measured(port, asked, options)
        _print(seconds, options.clients * EACH)
        _print_decided()


def _options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--turns", type=int, default=30)
    return parser.parse_args()


def _asked(options):
    """{way in: what makes the next request of it: (path, body, headers)}."""
    from benchmarks.year import load_ways_in
    from leads.capture.ticket import issue

    form, key = load_ways_in()
    tickets = iter([issue(version=1) for _n in range(options.clients * EACH * (options.turns + 1))])
    time.sleep(HUMAN)
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {key}"}
    return {
        BARE: lambda: ("/insert/", urlencode(_said()), FORM),
        HOSTED: lambda: (f"/f/{form}/", urlencode(_said() | {"ticket": next(tickets)}), FORM),
        ENDPOINT: lambda: ("/api/captures/", json.dumps(_said()), headers),
    }


def _said():
    number = next(numbers)
    return {"name": "Ada Berg", "email": f"ada{number}@example.com", "words": f"Price {number}?"}


def _measured(port, asked, options):
    """{way in: seconds of each turn}; the first turn fills what has to be filled."""
    links = [http.client.HTTPConnection("127.0.0.1", port) for _n in range(options.clients)]
    seconds = {what: [] for what in asked}
    with ThreadPoolExecutor(options.clients) as clients:
        for turn in range(options.turns + 1):
            for what, next_request in asked.items():
                sent = [[next_request() for _n in range(EACH)] for _link in links]
                began = time.perf_counter()
                list(clients.map(_send, links, sent, [ACKNOWLEDGED[what]] * len(links)))
                if turn:
                    seconds[what].append(time.perf_counter() - began)
    return seconds


def _send(link, requests, status):
    for path, body, headers in requests:
        link.request("POST", path, body, BROWSER | headers)
        answer = link.getresponse()
        said = answer.read()
        if answer.status != status:
            raise SystemExit(f"{path} answered {answer.status}: {said[:200]}")


def _print(seconds, requests):
    bare = seconds[BARE]
    print(f"{os.cpu_count()} cores, one worker of gunicorn, medians over the turns of one run:")
    for what, runs in seconds.items():
        ratio = median(plain / run for plain, run in zip(bare, runs, strict=True))
        print(f"{what:16} {requests / median(runs):8.0f} a second {ratio:8.2f} of one INSERT")


def _print_decided():
    from funnel.celery import app
    from leads.capture.tasks import decide_received
    from leads.models import Lead, Submission

    app.control.purge()
    kept, began = Submission.objects.count(), time.perf_counter()
    while Submission.objects.filter(outcome="received").exists():
        decide_received()
    spent = time.perf_counter() - began
    print(f"{kept:,} kept, {Lead.objects.count():,} leads of them; one worker decides ", end="")
    print(f"{kept / spent:.0f} a second and has caught up after {spent:.0f} s")


if __name__ == "__main__":
    main()
