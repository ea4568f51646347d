"""Who would get which lead: four rules, and what each of the five salespeople takes.

The year's offers chose their receivers themselves; the rules are there for the next ones.
"""

from leads.models import Seat
from leads.routing.actions import add
from reports.demo.cast import LEIPZIG, POTSDAM

TAKES = {  # first name: open offers, offers a day, weight, languages
    "sam": (40, 12, 3, "de, en"),
    "ines": (30, 8, 1, "de, en, pt"),
    "leonie": (20, 6, 2, "de, en"),
    "yannis": (40, 12, 2, "de, el, en"),
    "piotr": (25, 8, 1, "de, en, pl"),
}


def set_rules(world):
    teams = {seller.team.name: seller.team for seller in world.cast.sellers}
    potsdam, leipzig = teams[POTSDAM], teams[LEIPZIG]
    fair, known = {"channel": ["fair"]}, {"company_owner": []}
    _rule("The fair's leads to Leipzig", fair, leipzig, "least_open", behind=potsdam)
    lively = {"fit": [60], "engagement": [40]}
    _rule("Who fits and is lively to Potsdam", lively, potsdam, "least_open", behind=leipzig)
    _rule("Known companies to whoever knows them", known, potsdam, "owner_first", behind=leipzig)
    _rule("Everybody else by weight", {}, potsdam, "weighted", behind=leipzig)
    users = world.cast.users
    for first, (open_max, per_day, weight, languages) in TAKES.items():
        Seat.objects.create(
            user=users[first],
            open_offers_max=open_max,
            per_day_max=per_day,
            weight=weight,
            languages=languages,
            sample=True,
        )


def _rule(name, conditions, team, strategy, *, behind):
    add(
        name=name,
        conditions=conditions,
        to_team=team,
        strategy=strategy,
        fallback_team=behind,
        sample=True,
    )
