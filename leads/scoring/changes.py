"""How a change of the score's rules is told."""

from funnel.changes.registry import Setting
from leads.scoring.conditions import sentence
from leads.scoring.models import ScoreRule


def _asked():
    return lambda asks: {"": sentence(asks)}


CHANGES = [Setting(ScoreRule, told={"asks": _asked})]
