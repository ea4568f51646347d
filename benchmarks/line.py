"""Accepts against bare conditional UPDATEs, and a tick against the SELECT of what is due."""

import argparse
import os
import time
from functools import partial

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "funnel.settings")
BARE = "UPDATE leads_handoff SET stage = 'accepted' WHERE id = %s AND stage = 'offered'"


def main():
    django.setup()
    from benchmarks.year import database, load_offers

    options = _options()
    with database():
        began = time.perf_counter()
        seller = load_offers(options.offers, options.due)
        print(f"{options.offers:,} waiting offers loaded in {time.perf_counter() - began:.1f} s")
        _tick(options)
        _accepts(options, seller)


def _options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--offers", type=int, default=100_000)
    parser.add_argument("--due", type=int, default=200, help="of them, at the first tick")
    parser.add_argument("--accepts", type=int, default=1000)
    return parser.parse_args()


def _tick(options):
    from django.utils.timezone import now

    from leads.clocks.ladder import due
    from leads.clocks.tasks import tick

    chosen = _seconds(lambda: list(due(now())))
    busy, idle = _seconds(tick), _seconds(tick)
    print(f"the SELECT of {options.due} due    {chosen * 1000:9.1f} ms")
    print(f"a tick that acts on them {busy * 1000:9.1f} ms {busy / chosen:8.1f} times the SELECT")
    print(f"a tick with nothing due  {idle * 1000:9.1f} ms {idle / chosen:8.1f} times the SELECT")


def _accepts(options, seller):
    """In turns of one hundred, so that a busy moment hits both."""
    from django.db import connection

    from deals.answers.actions import accept
    from leads.models import Handoff

    keys = iter(Handoff.objects.order_by("-pk").values_list("pk", flat=True))
    seconds = {"verbs": 0.0, "bare": 0.0}
    with connection.cursor() as cursor:
        for _turn in range(options.accepts // 100):
            offers = [Handoff.objects.get(pk=next(keys)) for _number in range(100)]
            others = [next(keys) for _number in range(100)]
            seconds["verbs"] += _seconds(partial(_each, partial(accept, by=seller), offers))
            bare = partial(cursor.execute, BARE)
            seconds["bare"] += _seconds(partial(_each, bare, [[key] for key in others]))
    verbs, bare = (options.accepts / each for each in seconds.values())
    print(f"accepts                  {verbs:9.0f} a second, {verbs / bare:.3f} of bare UPDATEs")
    print(f"bare conditional UPDATEs {bare:9.0f} a second")


def _each(act, things):
    for thing in things:
        act(thing)


def _seconds(run):
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
