from django.db import transaction
from django.utils.translation import gettext as _

from funnel.models import Team
from funnel.refusal import Refusal


@transaction.atomic
def add(*, name, members, calendar=None):
    _check_free(name)
    team = Team.objects.create(name=name.strip(), calendar=calendar)
    team.members.set(members)
    return team


@transaction.atomic
def change(team, *, name, members, calendar=None):
    """Rename a team, say who is in it and by which calendar it works.

    Refusal for a name another team has.
    """
    _check_free(name, but=team)
    team.name, team.calendar = name.strip(), calendar
    team.save(update_fields=["name", "calendar"])
    team.members.set(members)
    return team


def _check_free(name, but=None):
    if Team.objects.filter(name__iexact=name.strip()).exclude(pk=but and but.pk).exists():
        raise Refusal(_("There is a team of that name."), field="name")
