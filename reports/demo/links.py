"""The year's tracked links, who followed them, and words that no campaign is called."""

from datetime import datetime, time, timedelta
from itertools import accumulate

from funnel.sets import insert
from leads.links.actions.links import make, pause
from leads.links.actions.naming import ignore, name
from leads.links.arrivals import Arrival
from leads.links.models import ClickKind, UtmValue, Why
from leads.links.naming import value_of
from leads.models import Click
from leads.touches.actions import touch_many
from leads.touches.models import Resolution, TouchKind
from reports.demo.browsers import MACHINES, PEOPLE
from reports.demo.visits import AWAKE

SITE = "https://schallraum.example"
MADE = (  # effort, code, name, page, source, medium, content, clicks of people a year
    ("search", "loud", "Search: too loud", "/rooms/office", "google", "cpc", "too-loud", 900),
    ("search", "echo", "Search: echo", "/echo-in-the-classroom", "google", "cpc", "echo", 640),
    ("search", "canteen", "Search: canteen", "/rooms/canteen", "bing", "cpc", "canteen", 210),
    (
        "sound-on",
        "hear",
        "Film, restaurant",
        "/hear",
        "instagram",
        "paid_social",
        "restaurant",
        780,
    ),
    ("sound-on", "hear-kita", "Film, kita", "/rooms/kita", "facebook", "paid_social", "kita", 520),
    ("letter", "monday", "Monday letter, top", "/letter/kita", "newsletter", "email", "top", 610),
    ("letter", "monday-foot", "Monday letter, foot", "/prices", "newsletter", "email", "foot", 240),
    ("site", "measure", "Business cards", "/measuring", "partner", "referral", "card", 160),
    ("fair", "hall-4", "Stand, the big poster", "/hear", "poster", "print", "stand", 190),
    ("magazine", "quiet", "Back cover", "/measuring", "poster", "print", "back-cover", 130),
)
CHANNELS = {  # of the dictionary: what a source or a medium stands for
    ("source", "facebook"): "social",
    ("source", "instagram"): "social",
    ("source", "newsletter"): "email",
    ("source", "poster"): "print",
    ("medium", "cpc"): "web",
    ("medium", "email"): "email",
}
NOBODYS = (  # value, source, medium, page, visits, the first and the last how many days ago
    ("sound_on_summer", "meta", "paidsocial", "/hear", 46, 60, 2),
    ("lernraeume-2025", "messe", "qr", "/measuring", 17, 110, 31),
    ("", "newsletter", "", "/letter/vault", 9, 40, 5),
    ("{{campaign.name}}", "google", "cpc", "/prices", 23, 20, 1),
)
MAIL_FILTERED = 0.3  # of a link in a mail, before anybody has opened it
ORDINARY = 2440  # leads, for which the clicks are meant


def lay(world):
    """Make the links and write down a year of clicks. Returns {effort's key: [its links]}."""
    for (kind, value), channel in CHANNELS.items():
        campaign = next(c for c in world.campaigns.values() if c.channel.key == channel)
        UtmValue.objects.filter(kind=kind, value=value).update(channel=campaign.channel)
    laid = {}
    for effort, code, called, page, *words, people in MADE:
        campaign = world.campaigns[effort]
        source, medium, content = words
        link = make(
            by=campaign.owner,
            campaign=campaign,
            target=SITE + page,
            source=source,
            medium=medium,
            content=content,
            code=code,
            name=called,
            at=world.at(_first(world, campaign)),
        )
        laid.setdefault(effort, []).append(link)
        insert(_clicks(world, link, round(people * world.leads / ORDINARY)))
    pause(laid["magazine"][0], at=world.at(world.calendar.ends - timedelta(days=20)))
    return laid


def arrival(link):
    """What somebody's address said who came by `link`."""
    words = {"source": link.source, "medium": link.medium, "content": link.content}
    return Arrival(**words, utm_campaign=value_of(link.campaign), landing=link.target)


def stray(world):
    """Visits by words that nobody has named, one that somebody has, and one that is ignored."""
    rng, mara = world.dice("stray"), world.cast.users["mara"]
    touch_many(sorted(_strays(world, rng), key=lambda each: each["at"]))
    at = world.at(world.calendar.ends - timedelta(days=9))
    campaign = world.campaigns["letter"]
    name(("monday-letter", "", ""), campaign=campaign, by=mara, at=at)
    alias = ignore(("seo-audit", "", ""), by=mara, at=at)
    type(alias).objects.filter(pk=alias.pk).update(sample=True)


def _strays(world, rng):
    for value, source, medium, page, visits, first, last in NOBODYS:
        for _visit in range(max(round(visits * world.leads / ORDINARY), 1)):
            at = world.calendar.ends - timedelta(days=rng.uniform(last, first))
            yield {
                "kind": TouchKind.VISIT,
                "at": world.at(at),
                "sample": True,
                "visitor": f"{rng.getrandbits(64):016x}",
                "page": page,
                "landing": f"{SITE}{page}?utm_source={source}&utm_campaign={value}",
                "source": source,
                "medium": medium,
                "utm_campaign": value,
                "resolution": Resolution.NONE,
            }


def _first(world, campaign):
    return datetime.combine(max(campaign.starts_on, world.calendar.first), time(9))


def _clicks(world, link, people):
    """People by day and hour, and beside them the machines that follow every link."""
    rng = world.dice("clicks", link.code)
    first, last = link.campaign.starts_on, link.campaign.ends_on or world.calendar.last
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    pull = list(accumulate(world.calendar.demand(day) + 0.05 for day in days))
    filtered = MAIL_FILTERED if link.medium == "email" else 0
    for day in rng.choices(days, cum_weights=pull, k=people):
        hour = rng.choices(range(24), AWAKE)[0]
        at = datetime.combine(day, time(hour)) + timedelta(seconds=rng.randrange(3600))
        yield from _one(world, rng, link, at, ClickKind.HUMAN, "")
        if rng.random() < filtered:
            yield from _one(world, rng, link, at, ClickKind.AUTOMATIC, Why.FILTER)
        elif rng.random() < 0.12:
            yield from _one(world, rng, link, at, ClickKind.AUTOMATIC, Why.ROBOT)
        elif rng.random() < 0.05:
            yield from _one(world, rng, link, at, ClickKind.LIKELY, Why.NO_LANGUAGE)


def _one(world, rng, link, at, kind, why):
    if at >= world.calendar.ends:
        return
    browser, system, device, agent = rng.choice(MACHINES if why == Why.ROBOT else PEOPLE)
    instant = world.at(at)
    yield Click(
        click_id=f"{rng.getrandbits(80):020x}",
        link=link,
        at=instant,
        recorded_at=instant,
        kind=kind,
        why=why,
        visitor=f"{instant:%y%m%d}{rng.randrange(12):010x}",  # some come twice a day
        browser=browser,
        system=system,
        device=device,
        agent=agent,
        sample=True,
    )
