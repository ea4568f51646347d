"""Telling people about one hand-off."""

from django.utils.timezone import now

from funnel.notices.actions import News, tell_many
from funnel.notices.events import HISTORY


def announce(handoff, event, fact, *, to, title, path, words="", but=None):
    """Tell those whom `to(handoff)` names of `fact` (a step or an act), once; not `but`.

    `title` is words with a place for the lead. Nobody is told of what happened a week ago.
    """
    told = news(handoff, fact, to=to, title=title, path=path, words=words, but=but)
    return tell_many(event.key, told)


def news(handoff, fact, *, to, title, path, words="", but=None):
    """The News that `announce` tells; none where `fact` is history."""
    if now() - fact.at > HISTORY:
        return []
    key = f"{handoff.pk}-{type(fact).__name__}-{fact.pk}"
    people = {each.pk: each for each in to(handoff) if each and each != but}
    return [
        News(each, key, title % handoff.lead, words, path, fact.at, handoff.sample)
        for each in people.values()
    ]
