"""Whose click it was: a person's, likely a machine's, or a machine's."""

from collections import defaultdict
from functools import cache
from itertools import pairwise

from leads.links.models import ClickKind, Why

AT_ONCE = 2.0  # seconds in which nobody follows two links, but a mail filter follows all
HUMAN, LIKELY, AUTOMATIC = ClickKind


def judged(hint, filtered):
    """(kind, why) of a hint; `filtered` are the ids that `at_once` found."""
    certain = {
        Why.NAMELESS: not hint["agent"],
        Why.ROBOT: _is_robot(hint["agent"]),
        Why.ASKED_ONLY: hint["method"] == "HEAD",
        Why.AHEAD: any(word in hint["ahead"].lower() for word in ("prefetch", "preview", "render")),
        Why.FILTER: hint["id"] in filtered,
    }
    likely = {Why.NO_LANGUAGE: not hint["language"], Why.CROWD: hint["crowd"]}
    for kind, signs in ((AUTOMATIC, certain), (LIKELY, likely)):
        if why := next((why for why, found in signs.items() if found), None):
            return kind, why
    return HUMAN, ""


def at_once(clicks):
    """The ids of those that one visitor made on different links within two seconds.

    `clicks`: (visitor, seconds, link, id) of each.
    """
    of = defaultdict(list)
    for visitor, seconds, link, number in clicks:
        of[visitor].append((seconds, link, number))
    found = set()
    for rows in of.values():
        for (at, link, one), (then, other, two) in pairwise(sorted(rows)):
            if link != other and then - at <= AT_ONCE:
                found |= {one, two}
    return found


def _is_robot(agent):
    return bool(agent) and _robots().is_crawler(agent)


@cache
def _robots():
    """Only the worker needs its thousand patterns, so that no web process loads them."""
    from crawlerdetect import CrawlerDetect

    return CrawlerDetect()
