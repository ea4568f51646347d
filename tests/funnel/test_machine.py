import pytest

from deals.stages import DEAL_MACHINE, QUOTE_MACHINE
from funnel.refusal import Refusal
from leads.stages import HANDOFF_MACHINE, LEAD_MACHINE, LeadStage

MACHINES = [LEAD_MACHINE, HANDOFF_MACHINE, DEAL_MACHINE, QUOTE_MACHINE]


@pytest.mark.parametrize("machine", MACHINES, ids=lambda m: m.stages.__name__)
def test_every_stage_can_be_reached_and_none_is_unknown(machine):
    reached = set().union(*machine.moves.values())
    assert reached == set(machine.stages)
    assert set(machine.moves) <= {"", *machine.stages}


def test_a_lead_does_not_jump_from_captured_to_accepted():
    with pytest.raises(Refusal, match="What is captured cannot become accepted"):
        LEAD_MACHINE.check(LeadStage.CAPTURED, LeadStage.ACCEPTED, None)


def test_what_ends_an_episode_asks_for_a_reason():
    with pytest.raises(Refusal, match="Choose a reason"):
        LEAD_MACHINE.check(LeadStage.CAPTURED, LeadStage.DISQUALIFIED, None)
