"""What one rule that matches makes of one lead."""

from leads.routing.models import Strategy


class Choice:
    def __init__(self, bench, turns, rule, facts):
        self.bench, self.turns, self.rule, self.facts = bench, turns, rule, facts
        self.passed = []  # [{user, name, why}] of those who were considered and do not get it
        self.how = ""  # a key of `telling.HOW`

    def made(self):
        """(person, their team) or (None, the team whose queue it is); two Nones for nobody."""
        rule = self.rule
        if self._others_are_at_work():
            self.how = "closed"
            return None, rule.fallback_team
        if rule.strategy == Strategy.QUEUE:
            self.how = "queue"
            return None, rule.to_team
        person = self._person()
        if person:
            return person, self._team_of(person)
        self.how = "nobody_free"
        return None, rule.fallback_team or rule.to_team

    def _others_are_at_work(self):
        """The team has closed, and the one behind it has not."""
        team, other = self.rule.to_team_id, self.rule.fallback_team_id
        working = self.bench.working
        return team and other and working[other] and not working[team]

    def _person(self):
        rule, owner = self.rule, self.facts.owner
        if rule.to_user:
            self.how = "person"
            return next(self._free([rule.to_user]), None)
        first = owner if rule.strategy == Strategy.OWNER_FIRST else None
        if first and next(self._free([first]), None):
            self.how = "owner"
            return first
        self.how = rule.strategy or Strategy.ROUND_ROBIN
        return min(self._free(self._members(but=first)), key=self._place, default=None)

    def _free(self, people):
        for user in people:
            why = self.bench.why_not(user.pk, self.facts, self.rule.to_team_id)
            if why:
                self.passed.append({"user": user.pk, "name": user.name, "why": why})
            else:
                yield user

    def _members(self, but):
        members = self.bench.teams.get(self.rule.to_team_id, [])
        return [self.bench.people[pk] for pk in members if not but or pk != but.pk]

    def _place(self, user):
        turn = self.turns.place(self.rule, user.pk), user.pk
        if self.rule.strategy == Strategy.LEAST_OPEN:
            return self.bench.open.get(user.pk, 0), *turn
        return turn

    def _team_of(self, user):
        """The rule's team where they are of it; otherwise theirs, which the offer finds."""
        team = self.rule.to_team
        return team if team and user.pk in self.bench.teams.get(team.pk, []) else None
