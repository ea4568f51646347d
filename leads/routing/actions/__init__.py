"""What routing does; each verb lives in its room."""

from leads.routing.actions.claiming import claim, set_claim_rule
from leads.routing.actions.offering import (
    offer_by_rules,
    offer_many_by_rules,
    offer_many_to,
    take_turn,
)
from leads.routing.actions.ruling import add, change, move_down, move_up, remove, set_seat

__all__ = [
    "add",
    "change",
    "claim",
    "move_down",
    "move_up",
    "offer_by_rules",
    "offer_many_by_rules",
    "offer_many_to",
    "remove",
    "set_claim_rule",
    "set_seat",
    "take_turn",
]
