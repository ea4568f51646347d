from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from funnel.models import User
from funnel.refusal import Refusal

ADMIN = "admin"


@transaction.atomic
def add(*, name, email, roles, teams):
    """A new colleague without a password: the address of `invitation` lets them choose one."""
    _check_free(email)
    user = User.objects.create_user(email.strip(), name.strip())
    _place(user, roles, teams)
    return user


@transaction.atomic
def change(user, *, by, name, email, roles, teams):
    """Change who a colleague is and what they may.

    Refusal for an e-mail somebody else has, for taking away the last admin's role or one's own.
    """
    if ADMIN not in roles:
        _keep_an_admin(user, by=by)
    _check_free(email, but=user)
    if not email and user.email:
        raise Refusal(_("They sign in with it."), field="email")
    if email != user.email:
        EmailAddress.objects.filter(user=user).delete()  # the old one opens nothing any more
    user.name, user.email = name.strip(), email.strip() or None
    user.save(update_fields=["name", "email"])
    _place(user, roles, teams)
    return user


@transaction.atomic
def deactivate(user, *, by):
    """Lock a colleague out at once; what they did stays theirs. Twice is once."""
    _keep_an_admin(user, by=by)
    if user == by:
        raise Refusal(_("Ask another admin to do that."))
    return bool(User.objects.filter(pk=user.pk, is_active=True).update(is_active=False))


def activate(user):
    """Let a colleague in again. Refusal for one without an e-mail: it is what they sign in with."""
    if not user.email:
        raise Refusal(_("Give them an e-mail first; they sign in with it."))
    return bool(User.objects.filter(pk=user.pk, is_active=False).update(is_active=True))


def admins():
    """Who can sign in and manage people."""
    return User.objects.filter(
        Q(is_superuser=True) | Q(groups__name=ADMIN), is_active=True
    ).distinct()


def _keep_an_admin(user, *, by):
    Group.objects.select_for_update().filter(name=ADMIN).first()  # one at a time: two may race
    if user.groups.filter(name=ADMIN).exists():
        if user == by:
            raise Refusal(_("Ask another admin to take your admin role away."), field="roles")
        if not admins().exclude(pk=user.pk).exists():
            raise Refusal(_("This is the last admin; make another one first."), field="roles")


def _check_free(email, but=None):
    held = User.objects.filter(email__iexact=email.strip()) if email else User.objects.none()
    if other := held.exclude(pk=but and but.pk).first():
        raise Refusal(_("%s already has this e-mail.") % other.name, field="email")


def _place(user, roles, teams):
    user.groups.set(Group.objects.filter(name__in=roles))
    user.teams.set(teams)
