"""Who held which role and belonged to which team: remembered row by row."""

from funnel.history import remembered
from funnel.models.team import Team
from funnel.models.user import User


@remembered(births=True)
class HeldRole(User.groups.through):
    class Meta:
        proxy = True

    def __str__(self):
        return str(self.group)


@remembered(births=True)
class Membership(Team.members.through):
    class Meta:
        proxy = True

    def __str__(self):
        return str(self.team)
