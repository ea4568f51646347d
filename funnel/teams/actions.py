from django.db import transaction
from django.utils.translation import gettext as _

from funnel.models import Team
from funnel.refusal import Refusal


@transaction.atomic
def add(*, name, members):
    _check_free(name)
    team = Team.objects.create(name=name.strip())
    team.members.set(members)
    return team


@transaction.atomic
def change(team, *, name, members):
    """Rename a team and say who is in it. Refusal for a name another team has."""
    _check_free(name, but=team)
    team.name = name.strip()
    team.save(update_fields=["name"])
    team.members.set(members)
    return team


def _check_free(name, but=None):
    if Team.objects.filter(name__iexact=name.strip()).exclude(pk=but and but.pk).exists():
        raise Refusal(_("There is a team of that name."), field="name")
