from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.models.role_scope import RoleScope
from funnel.permissions import ROLES, Can, Scope


class UserManager(BaseUserManager):
    def create_user(self, email, name, *, password=None, **rest):
        user = self.model(email=self.normalize_email(email) or None, name=name, **rest)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email, name, password=None, **rest):
        return self.create_user(
            email, name, password=password, is_staff=True, is_superuser=True, **rest
        )


@remembered(births=True, without=("password", "last_login"))
class User(AbstractBaseUser, PermissionsMixin):
    """A colleague. One known only from an imported file has no e-mail and cannot sign in."""

    email = models.EmailField(_("e-mail"), unique=True, null=True, blank=True)
    name = models.CharField(_("name"), max_length=120)
    source_key = models.CharField(  # noqa: DJ001  (none for whoever signs in, else unique)
        max_length=160, unique=True, null=True, editable=False
    )
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    theme = models.CharField(
        _("appearance"),
        max_length=5,
        blank=True,
        choices=[("light", _("Light")), ("dark", _("Dark"))],
    )
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(_("may sign in"), default=True)
    sample = models.BooleanField(default=False, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager()

    class Meta:
        ordering = ["name", "pk"]
        permissions = [(can.codename, can.label) for can in Can]
        constraints = [models.UniqueConstraint(Lower("email"), name="one_user_per_email")]

    def __str__(self):
        return self.name

    def get_full_name(self):
        return self.name

    def get_absolute_url(self):
        return reverse("funnel:colleague", args=[self.pk])

    @property
    def key(self):
        """How files and reports name this person: the e-mail, or an imported user's own id."""
        return self.email or self.name

    @cached_property
    def roles(self):
        """The names of the roles this person holds, in the order of ROLES."""
        held = set(self.groups.values_list("name", flat=True))
        return [name for name in ROLES if name in held]

    @cached_property
    def scope(self):
        """The widest scope among this person's roles."""
        if self.is_superuser:
            return Scope.ALL
        changed = dict(self._scopes_changed())
        return max(
            (Scope(changed.get(role, ROLES[role].scope)) for role in self.roles),
            default=Scope.OWN,
            key=list(Scope).index,
        )

    def _scopes_changed(self):
        return RoleScope.objects.filter(role__in=self.roles).values_list("role", "scope")
