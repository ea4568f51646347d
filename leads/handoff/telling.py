"""Telling people about one hand-off."""

from datetime import timedelta

from django.utils.timezone import now

from funnel.notices.actions import tell

NEWS = timedelta(days=7)  # what is older is history


def announce(handoff, event, fact, *, to, title, path, words="", but=None):
    """Tell those whom `to(handoff)` names of `fact` (a step or an act), once; not `but`.

    `title` is words with a place for the lead. Nobody is told of what happened a week ago.
    """
    if now() - fact.at > NEWS:
        return []
    people = [each for each in to(handoff) if each and each != but]
    return tell(
        people,
        event.key,
        f"{handoff.pk}-{type(fact).__name__}-{fact.pk}",
        title=title % handoff.lead,
        words=words,
        path=path,
        at=fact.at,
        sample=handoff.sample,
    )
