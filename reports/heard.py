"""How people say they heard of us, beside the channel that was tracked."""

from dataclasses import dataclass

from django.db.models import Count, F, Q
from django.db.models.functions import Lower, Trim

from funnel.period import Period
from funnel.ratio import Ratio
from leads.models import Lead, LeadStep
from leads.stages import LeadStage


@dataclass(frozen=True)
class Said:
    """What some said alike, but for case and space. `channels`: {key or None: leads}."""

    words: str
    leads: int
    accepted: Ratio  # of these leads, those that sales has ever accepted
    channels: dict


@dataclass(frozen=True)
class Heard:
    """`answered` of all captured in the period; `channels`: [(key or None, name or None)] that
    were tracked for those who answered, the commonest first."""

    answered: Ratio
    said: tuple[Said, ...]
    channels: tuple


def heard(period: Period):
    """The Heard of the leads captured in `period`."""
    rows = list(
        said_in(period)
        .order_by()
        .values_list("answer", "channel__key", "channel__name")
        .annotate(n=Count("pk"), taken=Count("pk", filter=Q(pk__in=_accepted())))
    )
    piles, channels = {}, {}
    for words, key, name, count, taken in rows:
        pile = piles.setdefault(words, {"leads": 0, "taken": 0, "channels": {}})
        pile["leads"] += count
        pile["taken"] += taken
        pile["channels"][key] = count
        channels[key, name] = channels.get((key, name), 0) + count
    said = [_said(words, pile) for words, pile in piles.items()]
    answered = sum(each.leads for each in said)
    return Heard(
        Ratio(answered, Lead.objects.filter(**period.of("born_at")).count()),
        tuple(sorted(said, key=lambda each: (-each.leads, each.words))),
        tuple(sorted(channels, key=lambda each: (-channels[each], each[1] or ""))),
    )


def said_in(period):
    """The leads captured in `period` whose people said how they heard of us: `answer`, folded."""
    rows = Lead.objects.filter(**period.of("born_at")).exclude(heard_from="")
    return rows.annotate(answer=Lower(Trim(F("heard_from"))))


def _accepted():
    return LeadStep.objects.filter(to_stage=LeadStage.ACCEPTED).values("lead")


def _said(words, pile):
    accepted = Ratio(pile["taken"], pile["leads"])
    return Said(words, pile["leads"], accepted, pile["channels"])
