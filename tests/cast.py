"""The cast: who appears in the tests, and in which role."""

from django.contrib.auth.models import Group

from funnel.models import Team, User

PASSWORD = "a long test password"


def a_user(name, *roles, team=None, **more):
    user = User.objects.create_user(
        f"{name.lower()}@funnel.example", name, password=PASSWORD, **more
    )
    user.groups.set(Group.objects.filter(name__in=roles))
    if team:
        Team.objects.get_or_create(name=team)[0].members.add(user)
    return user
