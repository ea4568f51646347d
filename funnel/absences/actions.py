from django.db import transaction
from django.utils.translation import gettext as _

from funnel.models import Absence, User
from funnel.refusal import Refusal


@transaction.atomic
def add(*, user, first_on, last_on, words=""):
    """A colleague is away from one day to another, both included. An invented colleague's absence
    is of the sample, like them. Refusal for days in wrong order, or some they are away on already.
    """
    _check(user, first_on, last_on)
    return Absence.objects.create(
        user=user, first_on=first_on, last_on=last_on, words=words.strip(), sample=user.sample
    )


@transaction.atomic
def change(absence, *, first_on, last_on, words=""):
    """Other days or words for an absence. Refusals: see add."""
    _check(absence.user, first_on, last_on, but=absence)
    absence.first_on, absence.last_on, absence.words = first_on, last_on, words.strip()
    absence.save(update_fields=["first_on", "last_on", "words"])
    return absence


def remove(absence):
    """They are there after all."""
    absence.delete()


def _check(user, first_on, last_on, but=None):
    if last_on < first_on:
        raise Refusal(_("It ends before it begins."), field="last_on")
    User.objects.select_for_update().get(pk=user.pk)  # two absences of one person, one at a time
    others = Absence.objects.filter(user=user).exclude(pk=but and but.pk)
    same = others.filter(first_on__lte=last_on, last_on__gte=first_on).first()
    if same:
        words = _("%(who)s is away then already: %(days)s.")
        raise Refusal(words % {"who": user, "days": same}, field="first_on")
