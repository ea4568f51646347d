from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from leads.scoring.conditions import CONDITIONS, ENGAGEMENT
from leads.scoring.models import HIGHEST, Scale, ScoreRule


def drafted(*, asks, points, days=None, sample=False):
    """A rule that is not written down, to be tried. Refusal: see `change`."""
    rule = ScoreRule(asks=asks, sample=sample)
    _say(rule, points=points, days=days, active=True)
    return rule


def add(*, asks, points, days=None, sample=False):
    """A new rule of the score. Refusal where one asks the same already, or see `change`."""
    rule = drafted(asks=asks, points=points, days=days, sample=sample)
    try:
        with transaction.atomic():
            rule.save()
    except IntegrityError:
        raise Refusal(_("There is a rule that asks this already."), field="asks") from None
    return rule


@transaction.atomic
def change(rule, *, points, days=None, active=True):
    """Say anew what a rule gives and for how long. Twice is once.

    Refusal for points that are 0 or beyond 100 either way, and for days of a rule of fit.
    """
    locked = ScoreRule.objects.select_for_update().get(pk=rule.pk)
    _say(locked, points=points, days=days, active=active)
    locked.save()
    return locked


def _say(rule, *, points, days, active):
    [(key, value)] = rule.asks.items()
    if key not in CONDITIONS or value not in CONDITIONS[key].choices:
        raise Refusal(_("Choose what the rule asks."), field="asks")
    if points == 0 or abs(points) > HIGHEST:
        raise Refusal(_("Points are from 1 to 100, or from -1 to -100."), field="points")
    rule.scale = Scale.ENGAGEMENT if key in ENGAGEMENT else Scale.FIT
    if days and rule.scale == Scale.FIT:
        raise Refusal(_("Only what somebody did expires; what they are does not."), field="days")
    rule.points, rule.days, rule.active = points, days, active
