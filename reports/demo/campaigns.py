"""Channels and campaigns, what was spent on them and whom they reached."""

from datetime import timedelta
from decimal import Decimal

from leads.models import Campaign, Channel
from leads.spending.actions import log_reach, log_spend
from leads.spending.models import SpendKind
from reports.demo.calendar import DAY
from reports.demo.efforts import CHANNELS, EFFORTS
from reports.demo.plans import INTENTS, WHOLE, apart, planned, whole
from reports.demo.plans import start as walk

MONTH = 4  # weeks
VENDORS = {  # channel: who is paid, and for what kind of thing
    "web": ("Netzwerk Babelsberg", SpendKind.MEDIA),
    "email": ("Brieftaube Mail", SpendKind.TOOL),
    "social": ("Kiezfilm", SpendKind.MEDIA),
    "fair": ("Messe Mark", SpendKind.EVENT),
    "referral": ("Karton Klein", SpendKind.PRODUCTION),
    "radio": ("Radio Nuthe", SpendKind.MEDIA),
    "print": ("Druckhaus Glienicke", SpendKind.MEDIA),
}
BOOKED = 18  # weeks before a fair its stand is paid


def start(world):
    """Make the campaigns with all their entries. Returns {effort's key: campaign}."""
    channels = {
        key: Channel.objects.create(key=key, name=name, trackable=trackable, sample=True)
        for key, (name, trackable) in CHANNELS.items()
    }
    campaigns, larger = {}, {WHOLE: whole(world)}
    for effort in EFFORTS:
        channel, parent = channels[effort.channel], larger.get(INTENTS[effort.key].part_of)
        campaign = campaigns[effort.key] = _campaign(world, effort, channel, parent)
        _spend(world, effort, campaign)
        _reach(world, effort, campaign)
    apart(world)
    return campaigns


def span(calendar, effort):
    """The first and the last day of a campaign; the last is None where it still runs."""
    first, last = (calendar.first + timedelta(weeks=week) for week in effort.weeks)
    if effort.days:
        begins = first + (1 - first.weekday()) % 7 * DAY  # a Tuesday
        return begins, begins + (effort.days - 1) * DAY
    return first, None if last >= calendar.last else last


def _campaign(world, effort, channel, parent):
    begins, ends = span(world.calendar, effort)
    leads = round(effort.share * world.leads / 10) * 10
    campaign = Campaign(
        name=f"{effort.name} {begins.year}" if effort.days else effort.name,
        channel=channel,
        goal=effort.goal,
        starts_on=begins,
        ends_on=ends,
        owner=world.cast.users[effort.owner],
        parent=parent,
        planned_spend=Decimal(effort.budget),
        sample=True,
        **planned(effort, leads),
    )
    return walk(world, campaign)


def _spend(world, effort, campaign):
    """Paid month by month, its kinds in turn; a fair is paid before it begins."""
    days = _paydays(world.calendar, effort, campaign)
    rng = world.dice("spend", effort.key)
    part = effort.budget / (len(days) or 1)
    vendor, kind = VENDORS[effort.channel]
    for number, day in enumerate(days):
        log_spend(
            campaign,
            by=campaign.owner,
            on=day,
            until=None if effort.days else day + timedelta(weeks=MONTH) - DAY,
            kind=kind,
            what=effort.spend[number % len(effort.spend)],
            vendor=vendor,
            invoice=str(rng.randrange(1000, 9999)),
            amount=Decimal(round(part * rng.uniform(0.75, 1.15), 2)).quantize(Decimal("0.01")),
            currency=world.organisation.currency,
            at=world.morning(day),
        )


def _paydays(calendar, effort, campaign):
    if effort.days:
        weeks = [BOOKED, 6, 1, -2][: len(effort.spend)]
        days = [campaign.starts_on - timedelta(weeks=each) for each in weeks]
    else:
        ends = campaign.ends_on or calendar.last
        weeks = range(0, (ends - campaign.starts_on).days // 7 + 1, MONTH)
        days = [campaign.starts_on + timedelta(weeks=week) for week in weeks]
    return [day for day in days if day < calendar.last]


def _reach(world, effort, campaign):
    if not effort.reach:
        return
    kind, count, weeks = effort.reach
    every = timedelta(weeks=weeks) or DAY
    rng = world.dice("reach", effort.key)
    day, ends = campaign.starts_on, campaign.ends_on or world.calendar.last - DAY
    while day <= ends:
        log_reach(
            campaign,
            by=campaign.owner,
            on=day,
            kind=kind,
            count=round(count * rng.uniform(0.8, 1.2)),
            note="Counted at the stand by hand" if effort.days else "",
            at=world.morning(day + DAY),
        )
        day += every
