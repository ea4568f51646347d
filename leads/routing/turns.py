"""Whose turn it is. Who comes back from an absence does not catch up on what they missed."""

from leads.routing.models import Turn


class Turns:
    """The rounds of some rules, in memory until `keep`. Their rules' rows are locked by the caller,
    or nothing is kept."""

    def __init__(self, rules):
        self.due, self.clock, self.changed = {}, {}, {}
        for turn in Turn.objects.filter(rule__in=rules):
            self.due[turn.rule_id, turn.user_id] = turn.due
            self.clock[turn.rule_id] = max(self.clock.get(turn.rule_id, 0), turn.taken)

    def place(self, rule, user):
        """Smaller is sooner; users of one place come in the order of their keys."""
        return max(self.due.get((rule.pk, user), 0), self.clock.get(rule.pk, 0))

    def take(self, rule, user, weight):
        taken = self.place(rule, user)
        due = taken + Turn.ROUND // weight
        self.due[rule.pk, user], self.clock[rule.pk] = due, taken
        self.changed[rule.pk, user] = Turn(rule=rule, user_id=user, due=due, taken=taken)

    def keep(self):
        """Write the turns that were taken, in one statement."""
        Turn.objects.bulk_create(
            self.changed.values(),
            update_conflicts=True,
            unique_fields=["rule", "user"],
            update_fields=["due", "taken"],
        )
        self.changed = {}
