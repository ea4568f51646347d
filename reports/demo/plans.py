"""What the year's campaigns were planned as, and those that never brought a lead."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from leads.campaigns.actions import begin, take
from leads.campaigns.models import CampaignType, Objective
from leads.campaigns.stages import CANCELLED, DONE, IDEA, LIVE, PAUSED, PLANNED
from leads.models import Campaign, Channel

THOUGHT, DECIDED = timedelta(weeks=7), timedelta(weeks=3)  # before it begins
WHOLE = "schools"
QUALIFIED, ACCEPTED, WORTH = 0.34, 0.26, 1900  # of the leads; money won for each


@dataclass(frozen=True)
class Intent:
    type: str
    objective: str
    hypothesis: str
    part_of: str = ""


INTENTS = {
    "site": Intent(
        CampaignType.CONTENT,
        Objective.CAPTURE,
        "Who hears the same room twice asks for a measuring more often than who reads about it.",
    ),
    "search": Intent(
        CampaignType.AD,
        Objective.CAPTURE,
        "Whoever searches at night has a hearing inspection within the month.",
    ),
    "letter": Intent(
        CampaignType.EMAIL,
        Objective.NURTURE,
        "One room a week keeps us in mind until the budget is there: a third comes in spring.",
    ),
    "sound-on": Intent(
        CampaignType.AD,
        Objective.AWARENESS,
        "A film with sound reaches those who do not know that echo can be mended.",
    ),
    "fair": Intent(
        CampaignType.FAIR,
        Objective.CAPTURE,
        "Three days in a loud hall with one quiet cabin bring 200 cards.",
        WHOLE,
    ),
    "neighbour": Intent(
        CampaignType.REFERRAL,
        Objective.EXPANSION,
        "A neighbour's word is believed; half of those who are sent to us buy.",
    ),
    "radio": Intent(
        CampaignType.BROADCAST,
        Objective.AWARENESS,
        "Direct visits from the region rise while the spot runs.",
    ),
    "magazine": Intent(
        CampaignType.BROADCAST,
        Objective.AWARENESS,
        "Heads of schools read it; visits of the classroom page rise in its month.",
        WHOLE,
    ),
}
APART = (  # name, channel, type, whose, goal, week it begins, stage, why
    ("Open house in the workshop", "fair", CampaignType.EVENT, "felix",
     "Neighbours hear panels being pressed.", 56, IDEA, ""),
    ("Learning Spaces next year", "fair", CampaignType.FAIR, "mara",
     "The same stand, with the cards typed in the evening.", 79, PLANNED, ""),
    ("Postcards to care homes", "print", CampaignType.BROADCAST, "felix",
     "Dining rooms in which people hear each other.", 30, CANCELLED,
     "The list costs twice what was said, and nobody could call them."),
    ("Films for restaurants", "social", CampaignType.AD, "mara",
     "Guests who stay longer.", 40, PAUSED,
     "Half of the comments ask for ceilings in flats. New film first."),
)  # fmt: skip


def whole(world):
    """The campaign that others are part of."""
    begins = world.calendar.day(6 * 7)
    return start(
        world,
        Campaign(
            name="Quiet schools",
            channel=Channel.objects.get(key="print"),
            type=CampaignType.OTHER,
            objective=Objective.AWARENESS,
            goal="Schools and who pays for them know that echo can be measured and mended.",
            starts_on=begins,
            owner=world.cast.users["mara"],
            sample=True,
        ),
    )


def planned(effort, leads):
    """{field: value} of the plan of an effort that should bring so many leads."""
    intent = INTENTS[effort.key]
    said = {each: getattr(intent, each) for each in ("type", "objective", "hypothesis")}
    accepted = round(leads * ACCEPTED / 5) * 5
    return said | {
        "planned_reach": _reach(effort),
        "planned_leads": leads or None,
        "planned_qualified": round(leads * QUALIFIED / 5) * 5 or None,
        "planned_accepted": accepted or None,
        "planned_won": Decimal(accepted * WORTH) or None,
    }


def start(world, campaign, *, until=LIVE, why=""):
    """Walk a campaign from an idea to where it is today, at the times its days tell."""
    by, today = campaign.owner, world.calendar.last
    day = campaign.starts_on
    thought = min(day - THOUGHT, today - timedelta(days=5))
    begin(campaign, by=by, stage=IDEA, at=world.morning(thought))
    if until == IDEA:
        return campaign
    take(campaign, PLANNED, by=by, at=world.morning(min(day - DECIDED, today - timedelta(days=2))))
    if until == CANCELLED:
        take(campaign, CANCELLED, by=by, words=why, at=world.morning(day - timedelta(days=4)))
    if until in (PLANNED, CANCELLED) or day > today:
        return campaign
    take(campaign, LIVE, by=by, at=world.morning(day))
    if until == PAUSED:
        take(campaign, PAUSED, by=by, words=why, at=world.morning(day + timedelta(days=33)))
    elif campaign.ends_on and campaign.ends_on < today:
        take(campaign, DONE, by=by, at=world.morning(campaign.ends_on + timedelta(days=1)))
    return campaign


def evening(world):
    """An hour online to which the letter's readers were asked."""
    day = world.calendar.day(44 * 7)
    campaign = Campaign(
        name="Measuring, live and online",
        channel=Channel.objects.get(key="email"),
        type=CampaignType.EVENT,
        objective=Objective.NURTURE,
        goal="Half an hour in which we measure a canteen while people watch.",
        hypothesis="Who has seen a measuring asks for one sooner.",
        starts_on=day,
        ends_on=day,
        owner=world.cast.users["felix"],
        planned_spend=Decimal(400),
        planned_leads=10,
        sample=True,
    )
    return start(world, campaign)


def apart(world):
    """Those that stand beside the year: thought of, planned, paused, called off."""
    for name, channel, kind, owner, goal, week, stage, why in APART:
        campaign = Campaign(
            name=name,
            channel=Channel.objects.get(key=channel),
            type=kind,
            goal=goal,
            starts_on=world.calendar.day(week * 7),
            owner=world.cast.users[owner],
            planned_spend=Decimal(2500),
            sample=True,
        )
        start(world, campaign, until=stage, why=why)


def _reach(effort):
    if not effort.reach:
        return None
    _kind, count, every = effort.reach
    first, last = effort.weeks
    times = effort.days or (last - first) // every + 1
    return count * times
