"""Who gets a lead: the rules in their order, over the salespeople as they are at one moment."""

from dataclasses import dataclass, field

from funnel.models import Team, User
from leads.handoff.models import Handoff
from leads.routing.bench import Bench
from leads.routing.choice import Choice
from leads.routing.conditions import SCORES, Facts, sentences, unmet
from leads.routing.models import RoutingRule, Strategy
from leads.routing.turns import Turns
from leads.scoring.score import scores
from leads.stages import HandoffStage


@dataclass(frozen=True)
class Decision:
    """Who gets a lead: a person, a team's queue, or nobody; and how that came, rule by rule.

    `trace` is a list of plain dicts that JSON can hold, one per rule that was asked:
    {rule, position, name, unmet}, and where it matched {met: [sentence], passed: [{user, name,
    why}], how, to}. It names colleagues and never the lead.
    """

    to: User | None = None
    team: Team | None = None
    rule: RoutingRule | None = None
    trace: list = field(default_factory=list)

    def __bool__(self):
        return bool(self.to or self.team)

    @property
    def receiver(self):
        """What `offer` takes."""
        return {"to": self.to, "team": self.team}


class Router:
    """The active rules and all that they look at, in as many queries however many leads.

    `decide` asks, `take` lets what was decided count for the next lead, `keep` writes the turns.
    """

    def __init__(self, leads, at, *, not_to=()):
        self.rules = active_rules()
        named = [(rule.to_team, rule.fallback_team) for rule in self.rules]
        teams = {team for pair in named for team in pair if team}
        self.bench = Bench.at(at, teams=teams, not_to=not_to)
        self.turns = Turns(self.rules)
        asked = {each["kind"] for rule in self.rules for each in rule.conditions}
        self.scores = scores(leads, at) if asked & {*SCORES} else {}
        self.owners = owners({lead.person.company_id for lead in leads})

    def decide(self, lead):
        trace = []
        owner = self.owners.get(lead.person.company_id)
        facts = Facts(lead, owner, self.scores.get(lead.pk))
        for place, rule in enumerate(self.rules, 1):
            missing = unmet(rule, facts)
            told = {"rule": rule.pk, "position": place, "name": rule.name, "unmet": missing}
            trace.append(told)
            if missing:
                continue
            choice = Choice(self.bench, self.turns, rule, facts)
            to, team = choice.made()
            told |= {"met": sentences(rule), "passed": choice.passed, "how": choice.how}
            told["to"] = str(to or team or "")
            if to or team:
                return Decision(to, team, rule, trace)
        return Decision(trace=trace)

    def take(self, decision):
        if decision.to is None:
            return
        user, rule = decision.to.pk, decision.rule
        self.bench.take(user)
        if rule.to_team_id:
            weight = self.bench.seat(user).weight if rule.strategy == Strategy.WEIGHTED else 1
            self.turns.take(rule, user, weight)

    def keep(self):
        self.turns.keep()


def active_rules():
    rules = RoutingRule.objects.filter(active=True)
    return list(rules.select_related("to_user", "to_team", "fallback_team"))


def owners(companies):
    """{company's key: the colleague who accepted the latest lead of it}"""
    accepted = Handoff.objects.filter(
        stage=HandoffStage.ACCEPTED,
        lead__seller__isnull=False,
        lead__person__company__in=companies - {None},
    )
    latest = accepted.order_by("lead__person__company_id", "-stage_since", "-pk")
    latest = latest.distinct("lead__person__company_id")
    latest = latest.select_related("lead__seller", "lead__person")
    return {each.lead.person.company_id: each.lead.seller for each in latest}


def receiver_of(handoff, decision):
    """What `reroute` takes of a decision about a waiting hand-off; None: it stays where it is."""
    if decision.to:
        team = decision.team or decision.to.teams.order_by("pk").first()
        return {"to": decision.to, "team": team}
    team = decision.team or handoff.team
    there = handoff.offered_to_id is None and team == handoff.team
    return {"team": team} if team and not there else None
