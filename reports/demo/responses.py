"""Who got the Monday letter and what they did with it, and who came to the evening online."""

from datetime import timedelta

from leads.models import Lead
from leads.responses.actions import Said, respond_many
from leads.responses.statuses import Status
from leads.stages import LeadStage

OPENED, CLICKED, REPLIED = 0.58, 0.21, 0.04  # of those who got the letter
ASKED, CAME_TO = 90, (0.55, 0.68)  # people invited; how many register, how many of those come
AWAKE = (LeadStage.CAPTURED, LeadStage.MQL, LeadStage.ACCEPTED, LeadStage.CLOSED)
HOUR = timedelta(hours=1)


def run(world, evening):
    """What the people of the letter did, soon after they asked for it; and the evening."""
    letter = world.campaigns["letter"]
    leads = list(Lead.objects.filter(campaign=letter).select_related("person").order_by("pk"))
    rng = world.dice("letter")
    said = []
    for lead in leads:
        at = lead.born_at + HOUR * rng.uniform(0.1, 0.9)
        said.append(Said(lead.person, letter, Status.SENT, at))
        luck = rng.random()
        for number, (status, share) in enumerate(
            ((Status.OPENED, OPENED), (Status.CLICKED, CLICKED), (Status.REPLIED, REPLIED)), 1
        ):
            if luck < share:
                said.append(Said(lead.person, letter, status, at + number * HOUR / 60))
    respond_many([each for each in said if each.at <= world.calendar.over], by=letter.owner)
    _evening(world, evening, leads)


def _evening(world, evening, leads):
    rng = world.dice("evening")
    day = world.morning(evening.starts_on)
    asked = [each for each in leads if each.born_at < day and each.stage in AWAKE][-ASKED:]
    said = []
    for lead in asked:
        said.append(Said(lead.person, evening, Status.INVITED, day - 14 * 24 * HOUR))
        if rng.random() < CAME_TO[0]:
            said.append(Said(lead.person, evening, Status.REGISTERED, day - 5 * 24 * HOUR))
            came = Status.ATTENDED if rng.random() < CAME_TO[1] else Status.NO_SHOW
            said.append(Said(lead.person, evening, came, day + 9 * HOUR))
    respond_many(said, by=evening.owner)
